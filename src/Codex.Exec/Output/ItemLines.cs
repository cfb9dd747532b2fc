using System.Collections.Immutable;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;

namespace Codex.Exec.Output;

/// <summary>The lines in which people see the items of a turn.</summary>
internal sealed class ItemLines(ExecOptions options, TextSink error)
{
    private readonly Ansi _ansi = new(options.UsesColor);

    /// <summary>The final message so far: the last message of the agent, else its last plan.</summary>
    public string? LastMessage => _lastMessage ?? _lastPlan;

    private string? _lastMessage;
    private string? _lastPlan;

    public void AddStarted(ThreadItem item)
    {
        switch (item)
        {
            case CommandExecutionThreadItem command:
                Add(_ansi.Magenta(_ansi.Italic("exec")));
                Add($"{_ansi.Bold(command.Command)} in {command.Cwd}");
                break;
            case McpToolCallThreadItem call:
                Add($"{_ansi.Bold("mcp:")} {_ansi.Cyan($"{call.Server}/{call.Tool}")} {_ansi.Dim("started")}");
                break;
            case WebSearchThreadItem search: Add($"{_ansi.Bold("web search:")} {search.Query}"); break;
            case FileChangeThreadItem: Add(_ansi.Bold("apply patch")); break;
            case CollabAgentToolCallThreadItem call: Add($"{_ansi.Bold("collab:")} {Capitalized(call.Tool)}"); break;
        }
    }

    public void AddCompleted(ThreadItem item)
    {
        switch (item)
        {
            case AgentMessageThreadItem message: AddMessage(message); break;
            case PlanThreadItem plan: _lastPlan = plan.Text; break;
            case ReasoningThreadItem reasoning: AddReasoning(reasoning); break;
            case CommandExecutionThreadItem command: AddCommandEnd(command); break;
            case FileChangeThreadItem patch: AddPatchEnd(patch); break;
            case McpToolCallThreadItem call: AddMcpEnd(call); break;
            case WebSearchThreadItem search: Add($"{_ansi.Bold("web search:")} {search.Query}"); break;
            case ContextCompactionThreadItem: Add(_ansi.Dim("context compacted")); break;
        }
    }

    public void AddPlan(TurnPlanUpdatedNotification plan)
    {
        if (plan.Explanation is { } explanation)
            Add(_ansi.Italic(explanation));
        foreach (var step in plan.Plan)
        {
            Add(step.Status switch
            {
                "completed" => $"  {_ansi.Green("✓")} {step.Step}",
                "inProgress" => $"  {_ansi.Cyan("→")} {step.Step}",
                _ => $"  {_ansi.Dim("•")} {_ansi.Dim(step.Step)}",
            });
        }
    }

    private void AddMessage(AgentMessageThreadItem message)
    {
        Add(_ansi.Magenta(_ansi.Italic("codex")));
        Add(message.Text);
        _lastMessage = message.Text;
    }

    private void AddReasoning(ReasoningThreadItem reasoning)
    {
        if (options.Display.HidesReasoning)
            return;
        ImmutableArray<string> parts =
            options.Display.ShowsRawReasoning && !reasoning.Content.IsEmpty ? reasoning.Content : reasoning.Summary;
        var text = string.Join('\n', parts);
        if (!string.IsNullOrWhiteSpace(text))
            Add(_ansi.Dim(text));
    }

    private void AddCommandEnd(CommandExecutionThreadItem command)
    {
        var duration = command.DurationMs is { } milliseconds ? $" in {milliseconds}ms" : "";
        Add(command.Status switch
        {
            ItemStatus.Completed => _ansi.Green($" succeeded{duration}:"),
            ItemStatus.Failed => _ansi.Red($" exited {command.ExitCode ?? 1}{duration}:"),
            ItemStatus.Declined => _ansi.Yellow($" declined{duration}:"),
            _ => _ansi.Dim($" in progress{duration}:"),
        });
        if (!string.IsNullOrWhiteSpace(command.AggregatedOutput))
            Add(command.AggregatedOutput);
    }

    private void AddPatchEnd(FileChangeThreadItem patch)
    {
        Add($"{_ansi.Bold("patch:")} {(patch.Status == ItemStatus.InProgress ? "in_progress" : patch.Status)}");
        foreach (var change in patch.Changes)
            Add(_ansi.Dim(change.Path));
    }

    private void AddMcpEnd(McpToolCallThreadItem call)
    {
        var status = call.Status switch
        {
            ItemStatus.Completed => _ansi.Green("completed"),
            ItemStatus.Failed => _ansi.Red("failed"),
            _ => _ansi.Dim("in_progress"),
        };
        Add($"{_ansi.Bold("mcp:")} {_ansi.Cyan($"{call.Server}/{call.Tool}")} {_ansi.Dim($"({status})")}");
        if (call.Error is { } failure)
            Add(_ansi.Red(failure.Message));
    }

    private void Add(string line)
    {
        error.Add(line);
        error.AddNewLine();
    }

    private static string Capitalized(string word) => $"{char.ToUpperInvariant(word[0])}{word.AsSpan(1)}";
}
