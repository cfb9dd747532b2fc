using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Notices;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;

namespace Codex.Exec.Output;

/// <summary>
/// Shows a run to people: progress on standard error, the final message on standard output
/// (<c>codex-rs/exec/src/event_processor_with_human_output.rs</c>).
/// </summary>
internal sealed class HumanOutput(ExecOptions options, ExecStreams streams, TextSink error) : IExecOutput
{
    private const string Rule = "--------";

    private readonly Ansi _ansi = new(options.UsesColor);
    private readonly ItemLines _items = new(options, error);
    private ThreadTokenUsage? _usage;
    private bool _completed;

    public void Begin(LoadedThreadResult thread, string prompt)
    {
        Add("OpenAI Codex v0.136.0");
        Add(Rule);
        AddSetting("workdir", options.Display.WorkingDirectory);
        AddSetting("model", thread.Model);
        AddSetting("provider", thread.ModelProvider);
        AddSetting("approval", thread.ApprovalPolicy.Name);
        AddSetting("sandbox", options.Display.Sandbox);
        AddSetting("reasoning effort", options.Display.ReasoningEffort);
        AddSetting("reasoning summaries", options.Display.ReasoningSummaries);
        AddSetting("session id", thread.Thread.SessionId);
        Add(Rule);
        Add(_ansi.Cyan("user"));
        Add(prompt);
        error.Flush();
    }

    public void WarnPeople(string message) => error.Line($"{Warning} {message}");

    public void Show(ServerNotification notification)
    {
        Add(notification);
        error.Flush();
    }

    public void Finish()
    {
        if (_completed && options.LastMessageFile is { } path)
            LastMessageFile.Write(path, _items.LastMessage, error);
        if (_usage is not null)
        {
            Add(_ansi.Dim("tokens used"));
            Add(TokenTotal.Describe(_usage.Total));
            error.Flush();
        }

        // On a terminal the message has been seen already, among the progress.
        if (_completed && _items.LastMessage is { } message && !(streams.OutputIsTerminal && streams.ErrorIsTerminal))
            new TextSink(streams.Output).Line(message);
    }

    public void Dispose()
    {
    }

    private string Warning => _ansi.Bold(_ansi.Yellow("warning:"));

    private string Error => _ansi.Bold(_ansi.Red("ERROR:"));

    private void Add(ServerNotification notification)
    {
        switch (notification)
        {
            case ItemStartedNotification started: _items.AddStarted(started.Item); break;
            case ItemCompletedNotification ended: _items.AddCompleted(ended.Item); break;
            case TurnDiffUpdatedNotification diff: AddUnlessBlank(diff.Diff); break;
            case TurnPlanUpdatedNotification plan: _items.AddPlan(plan); break;
            case TurnCompletedNotification turn: AddEnd(turn.Turn); break;
            case ErrorNotification failure: Add($"{Error} {failure.Error.Message}"); break;
            case ThreadTokenUsageUpdatedNotification updated: _usage = updated.TokenUsage; break;
            case ModelReroutedNotification reroute:
                Add($"{_ansi.Bold(_ansi.Yellow("model rerouted:"))} {reroute.FromModel} -> {reroute.ToModel}");
                break;
            case ConfigWarningNotification warning: Add($"{Warning} {warning.Summary}{Parenthesized(warning.Details)}"); break;
            case DeprecationNoticeNotification notice: AddDeprecation(notice); break;
        }
    }

    private void AddEnd(Turn turn)
    {
        _completed = turn.Status == TurnStatus.Completed;
        if (turn is { Status: TurnStatus.Failed, Error: { } failure })
            Add($"{Error} {failure.Message}");
        if (turn.Status == TurnStatus.Interrupted)
            Add(_ansi.Dim("turn interrupted"));
    }

    private void AddDeprecation(DeprecationNoticeNotification notice)
    {
        Add($"{_ansi.Bold(_ansi.Yellow("deprecated:"))} {notice.Summary}");
        if (notice.Details is { } details)
            Add(_ansi.Dim(details));
    }

    private void AddSetting(string name, string value) => Add($"{_ansi.Bold(name + ":")} {value}");

    private void AddUnlessBlank(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            Add(text);
    }

    private void Add(string line)
    {
        error.Add(line);
        error.AddNewLine();
    }

    private static string Parenthesized(string? details) => details is null ? "" : $" ({details})";
}
