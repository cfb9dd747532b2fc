using System.Globalization;
using System.Threading.Channels;
using Codex.Engine.Context;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>
/// Owns a thread: its history, its settings, its rollout and its active turn. One loop reads submissions in order;
/// the turn that it started is the only one to touch the history while it runs.
/// </summary>
internal sealed class Session : IAsyncDisposable
{
    private const int SubmissionCapacity = 512;

    private readonly Channel<Submission> submissions = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(SubmissionCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    // Unbounded as the protocol has it: a slow reader must never stall the model's stream.
    private readonly Channel<Event> events = Channel.CreateUnbounded<Event>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RolloutRecorder? recorder;
    private readonly Lock recording = new();
    private readonly Task loop;
    private ActiveTurn? active;
    private bool rolloutWarned;

    public Session(EngineServices services, ThreadStartOptions options, string threadId, RolloutHistory? history, string? rolloutPath)
    {
        Services = services;
        Options = options;
        ThreadId = threadId;
        History = new ConversationHistory(history?.Items ?? []);
        LastTurnContext = history?.LastTurnContext;
        Usage = history?.TokenUsage;
        WindowNumber = history?.Compactions ?? 0;
        BaseInstructions = options.BaseInstructions ?? history?.Meta.BaseInstructions?.Text ?? options.Model.Instructions.Render(options.Personality);
        ToolBox = new ThreadTools(services, options, threadId);
        CreatedAt = services.Clock.GetUtcNow();
        Repository = new Lazy<RepositoryFacts?>(() => RepositoryFacts.Read(options.WorkingDirectory));
        recorder = OpenRecorder(rolloutPath);
        Configured = DescribeConfiguration();
        events.Writer.TryWrite(new Event("", Configured));
        foreach (var warning in options.StartupWarnings)
            events.Writer.TryWrite(new Event("", new WarningEvent(warning)));
        loop = Task.Run(RunAsync);
    }

    public EngineServices Services { get; }

    public ThreadStartOptions Options { get; }

    public string ThreadId { get; }

    public SessionConfiguredEvent Configured { get; }

    /// <summary>The conversation; touched by the active turn only.</summary>
    public ConversationHistory History { get; }

    /// <summary>The settings that the model was last told; null before the first turn.</summary>
    public TurnContextItem? LastTurnContext { get; set; }

    /// <summary>Tokens so far; null until the server reported any.</summary>
    public TokenUsageInfo? Usage { get; set; }

    /// <summary>The limits last reported.</summary>
    public RateLimitSnapshot? RateLimits { get; set; }

    /// <summary>Whether the user was told that another model answers.</summary>
    public bool RerouteReported { get; set; }

    /// <summary>How often the history was compacted.</summary>
    public int WindowNumber { get; }

    public string BaseInstructions { get; }

    public ThreadTools ToolBox { get; }

    /// <summary>The repository of the working directory; read when first needed.</summary>
    public Lazy<RepositoryFacts?> Repository { get; }

    private DateTimeOffset CreatedAt { get; }

    public async ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken)
    {
        var accepted = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await submissions.Writer.WriteAsync(new Submission.Operation(op, accepted), cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new InvalidOperationException("the thread has been shut down");
        }

        return await accepted.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<Event> ReadEventsAsync(CancellationToken cancellationToken) => events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Sends an event: first to the rollout, then to the reader.</summary>
    public void Emit(string turnId, EventMsg message)
    {
        Record(message);
        events.Writer.TryWrite(new Event(turnId, message));
        foreach (var twin in LegacyEvents.For(message, Options.ShowRawReasoning))
        {
            Record(twin);
            events.Writer.TryWrite(new Event(turnId, twin));
        }
    }

    /// <summary>Adds an item to the conversation and to the rollout.</summary>
    public void RecordItem(ResponseItem item)
    {
        History.Add(item);
        Persist(static (recorder, item) => recorder.Append(item), item);
    }

    /// <summary>Notes the settings of a turn.</summary>
    public void RecordTurnContext(TurnContextItem context)
    {
        LastTurnContext = context;
        Persist(static (recorder, context) => recorder.Append(context), context);
    }

    /// <summary>The settings of a turn that starts now.</summary>
    public TurnContextItem DescribeTurn(string turnId)
    {
        var now = TimeZoneInfo.ConvertTime(Services.Clock.GetUtcNow(), Services.Clock.LocalTimeZone);
        var directory = Options.WorkingDirectory;
        return new TurnContextItem
        {
            TurnId = turnId,
            Cwd = directory,
            WorkspaceRoots = Options.EffectiveWorkspaceRoots,
            CurrentDate = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Timezone = Services.Clock.LocalTimeZone.Id,
            ApprovalPolicy = Options.ApprovalPolicy,
            SandboxPolicy = Configured.SandboxPolicy,
            PermissionProfile = Options.PermissionProfile,
            FileSystemSandboxPolicy = Options.PermissionProfile.BeyondLegacy(directory),
            Model = Options.Model.Slug,
            Personality = Options.Personality,
            CollaborationMode = new CollaborationMode("default", new CollaborationSettings(Options.Model.Slug, Options.ReasoningEffort, null)),
            RealtimeActive = false,
            Effort = Options.ReasoningEffort,
            Summary = Options.ReasoningSummary ?? "auto",
        };
    }

    /// <summary>Notes in the log that a tool call failed.</summary>
    public void ReportToolFailure(string message) => Services.Log("codex_core::tools::router", $"error={message}");

    /// <summary>Makes sure that everything recorded is with the operating system; warns once when it is not.</summary>
    public void FlushRollout(string turnId)
    {
        if (recorder is null)
            return;
        lock (recording)
        {
            if (recorder.Flush() || rolloutWarned)
                return;
            rolloutWarned = true;
        }

        events.Writer.TryWrite(new Event(turnId, new WarningEvent(
            $"The conversation could not be saved to {recorder.Path}: {recorder.LastError?.Message} It will be tried again.")));
    }

    public async ValueTask DisposeAsync()
    {
        if (!loop.IsCompleted)
        {
            var accepted = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            await submissions.Writer.WaitToWriteAsync().ConfigureAwait(false);
            submissions.Writer.TryWrite(new Submission.Operation(new Op.Shutdown(), accepted));
        }

        await loop.ConfigureAwait(false);
    }

    private void Record(EventMsg message) => Persist(static (recorder, message) => recorder.Append(message), message);

    private void Persist<T>(Action<RolloutRecorder, T> append, T value)
    {
        if (recorder is null)
            return;
        lock (recording)
            append(recorder, value);
    }

    private async Task RunAsync()
    {
        await foreach (var submission in submissions.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            switch (submission)
            {
                case Submission.TurnEnded ended: FinishTurn(ended.Turn); break;
                case Submission.Operation { Op: Op.UserInput input } operation: operation.Accepted.TrySetResult(TakeInput(input)); break;
                case Submission.Operation { Op: Op.Interrupt } operation:
                    active?.Interrupt();
                    operation.Accepted.TrySetResult(active?.Turn.Id ?? "");
                    break;
                case Submission.Operation { Op: Op.Shutdown } operation:
                    await ShutDownAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult("");
                    return;
            }
        }
    }

    private string TakeInput(Op.UserInput input)
    {
        if (active is { } running)
        {
            running.Turn.Pending.Add(input.Items);
            return running.Turn.Id;
        }

        var turn = new Turn(this, Services.Ids.NewVersion7().ToString("D"), input);
        active = new ActiveTurn(turn, submissions.Writer);
        return turn.Id;
    }

    private void FinishTurn(Turn turn)
    {
        if (active?.Turn != turn)
            return;
        active.Dispose();
        active = null;
        // Input that came after the turn's last look starts a turn of its own.
        foreach (var items in turn.Pending.Take())
            TakeInput(new Op.UserInput(items));
    }

    private async Task ShutDownAsync()
    {
        submissions.Writer.TryComplete();
        if (active is { } running)
        {
            running.Interrupt();
            await running.Completion.ConfigureAwait(false);
            running.Dispose();
            active = null;
        }

        while (submissions.Reader.TryRead(out var left))
        {
            if (left is Submission.Operation operation)
                operation.Accepted.TrySetException(new InvalidOperationException("the thread has been shut down"));
        }

        await ToolBox.DisposeAsync().ConfigureAwait(false);
        lock (recording)
            recorder?.Dispose();
        events.Writer.TryWrite(new Event("", new ShutdownCompleteEvent()));
        events.Writer.TryComplete();
    }

    private RolloutRecorder? OpenRecorder(string? rolloutPath)
    {
        // 0.136.0: a resumed thread is recorded even when it is taken up as ephemeral.
        if (rolloutPath is not null)
            return RolloutRecorder.Append(rolloutPath, Services.Clock);
        if (Options.Ephemeral || Services.CodexHome is not { } home)
            return null;
        var localTime = TimeZoneInfo.ConvertTime(CreatedAt, Services.Clock.LocalTimeZone).DateTime;
        return RolloutRecorder.Create(RolloutLayout.PathFor(home, localTime, ThreadId), Services.Clock, DescribeThread);
    }

    private SessionMeta DescribeThread() => new()
    {
        Id = ThreadId,
        Timestamp = RolloutRecorder.Timestamp(CreatedAt),
        Cwd = Options.WorkingDirectory,
        Originator = Options.Originator,
        CliVersion = EngineVersion.Value,
        Source = SessionSources.Wire(Options.Source),
        ThreadSource = "user",
        ModelProvider = Options.ModelProviderId,
        BaseInstructions = new BaseInstructions(BaseInstructions),
        Git = Repository.Value?.ToGitInfo(),
    };

    private SessionConfiguredEvent DescribeConfiguration() => new()
    {
        SessionId = ThreadId,
        ThreadId = ThreadId,
        Model = Options.Model.Slug,
        ModelProviderId = Options.ModelProviderId,
        ApprovalPolicy = Options.ApprovalPolicy,
        SandboxPolicy = Options.PermissionProfile.ToLegacy(Options.WorkingDirectory) ?? new SandboxPolicy.ReadOnly(),
        WorkingDirectory = Options.WorkingDirectory,
        ReasoningEffort = Options.ReasoningEffort,
        RolloutPath = recorder?.Path,
    };
}
