using Codex.Backend.Models;
using Codex.Configuration.Ignoring;
using Codex.Engine.Approvals;
using Codex.Engine.AutoReviews;
using Codex.Engine.Compaction;
using Codex.Engine.Context;
using Codex.Engine.Notifications;
using Codex.Engine.Plans;
using Codex.Engine.Settings;
using Codex.Execution.Approvals;
using Codex.Extensions.Skills;
using Codex.Formats.Text;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>
/// Owns a thread: its history, its settings and its rollout. The <see cref="SubmissionLoop"/> decides what runs; the turn that it
/// started is the only one to touch the history while it runs.
/// </summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly SubmissionLoop _loop;
    private ThreadSettings _next;

    public Session(EngineServices services, ThreadStartOptions options, string threadId, RolloutHistory? history, string? rolloutPath, SubagentOrigin? origin = null)
    {
        Services = services;
        _next = ThreadSettings.From(options);
        Settings = _next;
        ThreadId = threadId;
        Origin = origin;
        History = new ConversationHistory(history?.Items ?? [], options.Model);
        LastTurnContext = history?.LastTurnContext;
        LastModel = history?.LastModel;
        Usage = history?.TokenUsage;
        WindowNumber = history?.Compactions ?? 0;
        BaseInstructions = options.BaseInstructions ?? history?.Meta.BaseInstructions?.Text ?? options.Model.Instructions.Render(options.Personality);
        InstructionsPersonality = DescribeInstructions(history);
        NetworkApprovals = new NetworkApprovals(this);
        ToolBox = new ThreadTools(services, options, threadId, origin is not null, NetworkApprovals);
        Reviews = new ActionReviews(this);
        Approvals = new ApprovalDesk(this, new ApprovalJournal(this, history?.WaitingApprovals ?? []));
        TurnEndProgram = new TurnEndProgram(options.NotifyCommand, services.Host);
        CreatedAt = services.Clock.GetUtcNow();
        Skills = LoadSkills();
        Repository = ReadRepositoryLater();
        Journal = new ThreadJournal(OpenRecorder(rolloutPath), services.CodexHome);
        Configured = ThreadDescription.Configuration(this);
        Announce("", Configured);
        foreach (var warning in options.StartupWarnings)
            Announce("", new WarningEvent(warning));
        Connection = new ModelConnection(this);
        _loop = new SubmissionLoop(this);
        _loop.Start();
    }

    public EngineServices Services { get; }

    /// <summary>What holds for the turn that runs, or ran last.</summary>
    public ThreadSettings Settings { get; private set; }

    /// <summary>The options of <see cref="Settings"/>.</summary>
    public ThreadStartOptions Options => Settings.Options;

    public string ThreadId { get; }

    /// <summary>The thread that started this one for a task of its own; null for the user's threads.</summary>
    public SubagentOrigin? Origin { get; }

    /// <summary>The id of the root of a tree of threads.</summary>
    public string SessionId => Origin?.SessionId ?? ThreadId;

    public SessionConfiguredEvent Configured { get; }

    /// <summary>The way to the model.</summary>
    public ModelConnection Connection { get; }

    /// <summary>The conversation; touched by the active turn only.</summary>
    public ConversationHistory History { get; }

    /// <summary>The rollout and the events.</summary>
    public ThreadJournal Journal { get; }

    /// <summary>The settings that the model was last told; null before the first turn.</summary>
    public TurnContextItem? LastTurnContext { get; set; }

    /// <summary>The model of the turn before; null before the first one.</summary>
    public string? LastModel { get; private set; }

    /// <summary>How the user and the agent work together.</summary>
    public CollaborationMode CollaborationMode => Settings.Mode;

    /// <summary>Questions to the user that wait for an answer.</summary>
    public PendingQuestions Questions { get; } = new();

    /// <summary>Tokens so far; null until the server reported any.</summary>
    public TokenUsageInfo? Usage { get; set; }

    /// <summary>The limits last reported.</summary>
    public RateLimitSnapshot? RateLimits { get; private set; }

    /// <summary>Whether the user was told that another model answers.</summary>
    public bool RerouteReported { get; set; }

    /// <summary>How often the history was compacted.</summary>
    public int WindowNumber { get; private set; }

    /// <summary>The beginning of the context.</summary>
    public ContextPrefix ContextPrefix { get; } = new();

    /// <summary>Whether the reasoning of earlier turns is ours to count; servers may say that they count it.</summary>
    public bool CountsReasoning { get; set; } = true;

    public string BaseInstructions { get; }

    /// <summary>The personality that <see cref="BaseInstructions"/> speak with; null when they are not those of the thread's model.</summary>
    public string? InstructionsPersonality { get; }

    public ThreadTools ToolBox { get; }

    /// <summary>Told when a turn is over.</summary>
    public TurnEndProgram TurnEndProgram { get; }

    /// <summary>Where questions wait for their answers.</summary>
    public ApprovalDesk Approvals { get; }

    /// <summary>Judges actions in the place of the user.</summary>
    public ActionReviews Reviews { get; }

    /// <summary>Asked by whoever guards the network of the thread's commands.</summary>
    public INetworkApprovals NetworkApprovals { get; }

    /// <summary>The task that runs now; null between turns.</summary>
    public SessionTask? ActiveTask => _loop.ActiveTask;

    /// <summary>Cancelled with the task that runs now.</summary>
    public CancellationToken TurnEnding => _loop.TaskEnding;

    /// <summary>The rollout file, which may not exist yet; null for threads that keep nothing.</summary>
    public string? RolloutPath => Journal.Path;

    /// <summary>The skills of the thread.</summary>
    public SkillSet Skills { get; }

    /// <summary>The repository of the working directory as the task that runs found it; read when first needed.</summary>
    public Lazy<RepositoryFacts?> Repository { get; private set; }

    /// <summary>Who the thread works for: <c>user</c> or <c>subagent</c>.</summary>
    public string ThreadSource => Origin is null ? "user" : "subagent";

    /// <summary>When the thread was started or taken up.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Hands an operation to the loop; the result is the id of the turn that takes it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be taken, or the thread has been shut down.</exception>
    public ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken) => _loop.SubmitAsync(op, cancellationToken);

    public IAsyncEnumerable<Event> ReadEventsAsync(CancellationToken cancellationToken) => Journal.ReadEventsAsync(cancellationToken);

    /// <summary>Sends an event: first to the rollout, then to the reader.</summary>
    public void Emit(string turnId, EventMsg message)
    {
        message = Redacted(message);
        Journal.Emit(turnId, message);
        foreach (var twin in LegacyEvents.For(message, Options.ShowRawReasoning))
            Journal.Emit(turnId, twin);
    }

    // A server may answer with what it was sent.
    private EventMsg Redacted(EventMsg message) => message switch
    {
        ErrorEvent error => error with { Message = Services.Redact(error.Message) },
        StreamErrorEvent error => error with
        {
            Message = Services.Redact(error.Message),
            AdditionalDetails = error.AdditionalDetails is { } details ? Services.Redact(details) : null,
        },
        WarningEvent warning => warning with { Message = Services.Redact(warning.Message) },
        _ => message,
    };

    /// <summary>Notes the limits of a response; credits and plan stay known when it says nothing about them.</summary>
    public void NoteRateLimits(RateLimitSnapshot snapshot) => RateLimits = snapshot with
    {
        Credits = snapshot.Credits ?? RateLimits?.Credits,
        PlanType = snapshot.PlanType ?? RateLimits?.PlanType,
    };

    /// <summary>Adds an item to the conversation and to the rollout.</summary>
    public void RecordItem(ResponseItem item)
    {
        History.Add(item);
        Journal.Record(item);
    }

    /// <summary>Notes the settings of a turn.</summary>
    public void RecordTurnContext(TurnContextItem context)
    {
        LastTurnContext = context;
        LastModel = context.Model;
        Journal.Record(context);
    }

    /// <summary>Counts the tokens of a request.</summary>
    public void AddUsage(TokenUsage? usage, ModelInfo model)
    {
        if (usage is null)
            return;
        ContextPrefix.Count(usage.InputTokens);
        Usage = new TokenUsageInfo((Usage?.TotalTokenUsage ?? TokenUsage.Zero) + usage, usage, model.EffectiveContextWindow);
    }

    /// <summary>Guesses the size of a history that the server has not counted yet.</summary>
    public void EstimateUsage(ModelInfo model)
    {
        var tokens = TokenEstimate.OfText(BaseInstructions) + History.EstimateTokens();
        Usage = new TokenUsageInfo(
            Usage?.TotalTokenUsage ?? TokenUsage.Zero,
            TokenUsage.Zero with { TotalTokens = tokens },
            model.EffectiveContextWindow ?? Usage?.ModelContextWindow);
        ContextPrefix.Restart(tokens);
    }

    /// <summary>Goes on with what is left of the thread.</summary>
    public void TakeUp(RolloutHistory left)
    {
        History.TakeUp(left.Items);
        LastTurnContext = left.LastTurnContext;
        LastModel = left.LastModel;
    }

    /// <summary>Notes something that the model is told when it is asked next; no request is made for its sake.</summary>
    public Task NoteAsync(ResponseItem item) => _loop.PostAsync(new Submission.Note(item));

    /// <summary>Cuts a turn short; nothing happens when it does not run any more.</summary>
    public Task InterruptAsync(string turnId, string reason) => _loop.PostAsync(new Submission.TurnInterrupted(turnId, reason));

    /// <summary>Changes the settings. They hold from the next turn on: the one that runs has told the model its own.</summary>
    public void ChangeSettings(ThreadSettingsOverrides change)
    {
        _next = _next.With(change);
        Announce("", new ThreadSettingsAppliedEvent(_next.Snapshot));
    }

    /// <summary>Takes up what was changed since the last task, in the settings and in the repository.</summary>
    public void BeginTask()
    {
        if (!ReferenceEquals(Settings, _next))
            UseSettings();
        Repository = ReadRepositoryLater();
    }

    /// <summary>Puts a shorter history in the place of the whole one.</summary>
    /// <param name="compacted">The new history.</param>
    /// <param name="context">The settings that it tells the model; null when the next turn has to tell all of them.</param>
    public void ReplaceHistory(CompactedItem compacted, TurnContextItem? context)
    {
        History.Replace(compacted.ReplacementHistory ?? []);
        WindowNumber++;
        Journal.Record(compacted);
        LastTurnContext = null;
        if (context is not null)
            RecordTurnContext(context);
    }

    /// <summary>The settings of a turn that starts now.</summary>
    public TurnContextItem DescribeTurn(string turnId) => ThreadDescription.Turn(this, turnId);

    /// <summary>Notes in the log that a tool call failed.</summary>
    public void ReportToolFailure(string message) => Services.Log("codex_core::tools::router", $"error={message}");

    /// <summary>Makes sure that everything recorded is with the operating system; warns once when it is not.</summary>
    public void FlushRollout(string turnId) => Journal.Flush(turnId);

    /// <summary>Shuts the thread down and waits for the end of what runs.</summary>
    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    /// <summary>Lets go of everything that the thread holds; the loop's last deed.</summary>
    public async Task CloseAsync()
    {
        await Reviews.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
        await ToolBox.DisposeAsync().ConfigureAwait(false);
        TurnEndProgram.Dispose();
        Journal.Close();
    }

    /// <summary>Sends an event that the rollout has already, or is not to have.</summary>
    public void Announce(string turnId, EventMsg message) => Journal.Announce(turnId, message);

    // What a task does to the repository, the next one is told.
    private Lazy<RepositoryFacts?> ReadRepositoryLater() => new(() => RepositoryFacts.Read(Options.WorkingDirectory));

    private void UseSettings()
    {
        if (_next.Options.Model != Options.Model)
            History.UseModel(_next.Options.Model);
        Settings = _next;
        ToolBox.Use(Options, CollaborationMode.Mode);
    }

    // Recorded instructions stay those of the thread's first turn, whatever the model is now.
    private string? DescribeInstructions(RolloutHistory? history)
    {
        if (Options.BaseInstructions is not null || !Options.Model.Instructions.SupportsPersonality)
            return null;
        if (history?.Meta.BaseInstructions is null || history.FirstTurnContext is not { } first)
            return Options.Personality;
        return first.Model == Options.Model.Slug ? first.Personality : null;
    }

    private SkillSet LoadSkills()
    {
        var skills = SkillSet.Load(Options.Skills.Roots, Options.Skills.Switches, AgentsIgnore.Find(Options.WorkingDirectory));
        foreach (var problem in skills.Problems)
            Services.Log("codex_core::session::session", $"failed to load skill {problem.Path}: {problem.Message}");
        return skills;
    }

    private RolloutRecorder? OpenRecorder(string? rolloutPath)
    {
        // 0.136.0: a resumed thread is recorded even when it is taken up as ephemeral.
        if (rolloutPath is not null)
            return RolloutRecorder.Append(rolloutPath, Services.Clock);
        if (Options.Ephemeral || Services.CodexHome is not { } home)
            return null;
        var localTime = TimeZoneInfo.ConvertTime(CreatedAt, Services.Clock.LocalTimeZone).DateTime;
        return RolloutRecorder.Create(RolloutLayout.PathFor(home, localTime, ThreadId), Services.Clock, () => ThreadDescription.Meta(this));
    }
}
