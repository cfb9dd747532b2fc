using System.Collections.Immutable;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;

namespace Codex.Exec.Output;

/// <summary>The lines in which people see the items of a turn.</summary>
internal sealed class ItemLines(ExecOptions options, TextSink error)
{
    private readonly Ansi ansi = new(options.UsesColor);

    /// <summary>The final message so far: the last message of the agent, else its last plan.</summary>
    public string? LastMessage => lastMessage ?? lastPlan;

    private string? lastMessage;
    private string? lastPlan;

    public void AddStarted(ThreadItem item)
    {
        switch (item)
        {
            case CommandExecutionThreadItem command:
                Add(ansi.Magenta(ansi.Italic("exec")));
                Add($"{ansi.Bold(command.Command)} in {command.Cwd}");
                break;
            case McpToolCallThreadItem call:
                Add($"{ansi.Bold("mcp:")} {ansi.Cyan($"{call.Server}/{call.Tool}")} {ansi.Dim("started")}");
                break;
            case WebSearchThreadItem search: Add($"{ansi.Bold("web search:")} {search.Query}"); break;
            case FileChangeThreadItem: Add(ansi.Bold("apply patch")); break;
            case CollabAgentToolCallThreadItem call: Add($"{ansi.Bold("collab:")} {Capitalized(call.Tool)}"); break;
        }
    }

    public void AddCompleted(ThreadItem item)
    {
        switch (item)
        {
            case AgentMessageThreadItem message: AddMessage(message); break;
            case PlanThreadItem plan: lastPlan = plan.Text; break;
            case ReasoningThreadItem reasoning: AddReasoning(reasoning); break;
            case CommandExecutionThreadItem command: AddCommandEnd(command); break;
            case FileChangeThreadItem patch: AddPatchEnd(patch); break;
            case McpToolCallThreadItem call: AddMcpEnd(call); break;
            case WebSearchThreadItem search: Add($"{ansi.Bold("web search:")} {search.Query}"); break;
            case ContextCompactionThreadItem: Add(ansi.Dim("context compacted")); break;
        }
    }

    public void AddPlan(TurnPlanUpdatedNotification plan)
    {
        if (plan.Explanation is { } explanation)
            Add(ansi.Italic(explanation));
        foreach (var step in plan.Plan)
        {
            Add(step.Status switch
            {
                "completed" => $"  {ansi.Green("✓")} {step.Step}",
                "inProgress" => $"  {ansi.Cyan("→")} {step.Step}",
                _ => $"  {ansi.Dim("•")} {ansi.Dim(step.Step)}",
            });
        }
    }

    private void AddMessage(AgentMessageThreadItem message)
    {
        Add(ansi.Magenta(ansi.Italic("codex")));
        Add(message.Text);
        lastMessage = message.Text;
    }

    private void AddReasoning(ReasoningThreadItem reasoning)
    {
        if (options.Display.HidesReasoning)
            return;
        ImmutableArray<string> parts =
            options.Display.ShowsRawReasoning && !reasoning.Content.IsEmpty ? reasoning.Content : reasoning.Summary;
        var text = string.Join('\n', parts);
        if (!string.IsNullOrWhiteSpace(text))
            Add(ansi.Dim(text));
    }

    private void AddCommandEnd(CommandExecutionThreadItem command)
    {
        var duration = command.DurationMs is { } milliseconds ? $" in {milliseconds}ms" : "";
        Add(command.Status switch
        {
            ItemStatus.Completed => ansi.Green($" succeeded{duration}:"),
            ItemStatus.Failed => ansi.Red($" exited {command.ExitCode ?? 1}{duration}:"),
            ItemStatus.Declined => ansi.Yellow($" declined{duration}:"),
            _ => ansi.Dim($" in progress{duration}:"),
        });
        if (!string.IsNullOrWhiteSpace(command.AggregatedOutput))
            Add(command.AggregatedOutput);
    }

    private void AddPatchEnd(FileChangeThreadItem patch)
    {
        Add($"{ansi.Bold("patch:")} {(patch.Status == ItemStatus.InProgress ? "in_progress" : patch.Status)}");
        foreach (var change in patch.Changes)
            Add(ansi.Dim(change.Path));
    }

    private void AddMcpEnd(McpToolCallThreadItem call)
    {
        var status = call.Status switch
        {
            ItemStatus.Completed => ansi.Green("completed"),
            ItemStatus.Failed => ansi.Red("failed"),
            _ => ansi.Dim("in_progress"),
        };
        Add($"{ansi.Bold("mcp:")} {ansi.Cyan($"{call.Server}/{call.Tool}")} {ansi.Dim($"({status})")}");
        if (call.Error is { } failure)
            Add(ansi.Red(failure.Message));
    }

    private void Add(string line)
    {
        error.Add(line);
        error.AddNewLine();
    }

    private static string Capitalized(string word) => $"{char.ToUpperInvariant(word[0])}{word.AsSpan(1)}";
}
