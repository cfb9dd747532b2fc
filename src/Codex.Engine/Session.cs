using System.Text.Json;
using System.Threading.Channels;
using Codex.Backend.Models;
using Codex.Configuration.Ignoring;
using Codex.Engine.Approvals;
using Codex.Engine.AutoReviews;
using Codex.Engine.Compaction;
using Codex.Engine.Context;
using Codex.Engine.Input;
using Codex.Engine.Notifications;
using Codex.Engine.Plans;
using Codex.Engine.Reviews;
using Codex.Engine.Rollbacks;
using Codex.Engine.Settings;
using Codex.Engine.UserCommands;
using Codex.Execution.Approvals;
using Codex.Extensions.Skills;
using Codex.Formats.Text;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;
using Codex.Protocol.Turns;
using Codex.Storage.Rollouts;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>
/// Owns a thread: its history, its settings, its rollout and its active turn. One loop reads submissions in order;
/// the turn that it started is the only one to touch the history while it runs.
/// </summary>
internal sealed class Session : IAsyncDisposable
{
    private const int SubmissionCapacity = 512;

    private readonly Channel<Submission> _submissions = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(SubmissionCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly AdditionalContextStore _additionalContext = new();
    private readonly UserShellCompanions _companions;
    private readonly Task _loop;
    private ActiveTask? _active;
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
        _companions = new UserShellCompanions(this);
        Journal = new ThreadJournal(OpenRecorder(rolloutPath), services.CodexHome);
        Configured = ThreadDescription.Configuration(this);
        Announce("", Configured);
        foreach (var warning in options.StartupWarnings)
            Announce("", new WarningEvent(warning));
        Connection = new ModelConnection(this);
        _loop = Task.Run(RunAsync);
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
    public SessionTask? ActiveTask => _active?.Task;

    /// <summary>Cancelled with the task that runs now.</summary>
    public CancellationToken TurnEnding => _active?.Interruption ?? CancellationToken.None;

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

    public async ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken)
    {
        var accepted = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await _submissions.Writer.WriteAsync(new Submission.Operation(op, accepted), cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new InvalidOperationException("the thread has been shut down");
        }

        return await accepted.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

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
    public Task NoteAsync(ResponseItem item) => PostAsync(new Submission.Note(item));

    /// <summary>Cuts a turn short; nothing happens when it does not run any more.</summary>
    public Task InterruptAsync(string turnId, string reason) => PostAsync(new Submission.TurnInterrupted(turnId, reason));

    private async Task PostAsync(Submission submission)
    {
        try
        {
            await _submissions.Writer.WriteAsync(submission).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            // The thread has been shut down: nothing will be asked any more.
        }
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

    public async ValueTask DisposeAsync()
    {
        if (!_loop.IsCompleted)
        {
            var accepted = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            await _submissions.Writer.WaitToWriteAsync().ConfigureAwait(false);
            _submissions.Writer.TryWrite(new Submission.Operation(new Op.Shutdown(), accepted));
        }

        await _loop.ConfigureAwait(false);
    }

    /// <summary>Sends an event that the rollout has already, or is not to have.</summary>
    public void Announce(string turnId, EventMsg message) => Journal.Announce(turnId, message);

    private async Task RunAsync()
    {
        TakeUp();
        await foreach (var submission in _submissions.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            await PutAwayAsync().ConfigureAwait(false);
            switch (submission)
            {
                case Submission.TaskEnded ended: FinishTask(ended.Task); break;
                case Submission.Operation { Op: Op.UserInput input } operation: TakeInput(input, operation.Accepted); break;
                case Submission.Operation { Op: Op.ThreadSettings change } operation:
                    operation.Accepted.TrySetResult(ChangeSettings(change.Overrides));
                    break;
                case Submission.Note note: Take(note.Item); break;
                case Submission.TurnInterrupted interrupted when _active?.Task.Id == interrupted.TurnId:
                    _active.Interrupt(interrupted.Reason);
                    break;
                case Submission.Operation { Op: Op.ApproveDeniedAction approve } operation:
                    Take(DeniedActions.Approve(approve.Action));
                    operation.Accepted.TrySetResult("");
                    break;
                case Submission.Operation { Op: Op.Steer steer } operation: Steer(steer, operation.Accepted); break;
                case Submission.Operation { Op: Op.RunUserShellCommand shell } operation:
                    operation.Accepted.TrySetResult(Run(shell.Command));
                    break;
                case Submission.Operation { Op: Op.ThreadRollback rollback } operation:
                    operation.Accepted.TrySetResult(RollBack(rollback.Turns));
                    break;
                case Submission.Operation { Op: Op.CleanBackgroundTerminals } operation:
                    await ToolBox.EndCommandsAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult("");
                    break;
                case Submission.Operation { Op: Op.UserInputAnswer answer } operation:
                    Questions.Answer(answer.TurnId, answer.Answers);
                    operation.Accepted.TrySetResult(answer.TurnId);
                    break;
                case Submission.Operation { Op: Op.Review review } operation:
                    await ReplaceAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult(Start(id => new ReviewTask(this, id, review.Target)));
                    break;
                case Submission.Operation { Op: Op.Compact } operation:
                    await ReplaceAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult(Start(id => new CompactionTask(this, id)));
                    break;
                case Submission.Operation { Op: Op.Answer answer } operation:
                    operation.Accepted.TrySetResult(await TakeAnswerAsync(answer).ConfigureAwait(false));
                    break;
                case Submission.Operation { Op: Op.Interrupt } operation:
                    _active?.Interrupt(TurnAbortReason.Interrupted);
                    operation.Accepted.TrySetResult(_active?.Task.Id ?? "");
                    break;
                case Submission.Operation { Op: Op.Shutdown } operation:
                    await ShutDownAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult("");
                    return;
            }
        }
    }

    private void TakeInput(Op.UserInput input, TaskCompletionSource<string> accepted)
    {
        if (input.Settings is { } change)
            ChangeSettings(change);
        if (_active?.Task.RefusesInputAs is { } kind)
        {
            accepted.TrySetException(new InvalidOperationException($"cannot steer a {kind} turn"));
            return;
        }

        Take(new TurnInput(input.Items, input.ClientId, _additionalContext.Take(input.AdditionalContext)), input.FinalOutputSchema, accepted);
    }

    private void Steer(Op.Steer steer, TaskCompletionSource<string> accepted)
    {
        var refusal = _active?.Task switch
        {
            null => "no active turn to steer",
            var task when task.Id != steer.ExpectedTurnId => $"expected active turn id `{steer.ExpectedTurnId}` but found `{task.Id}`",
            { RefusesInputAs: { } kind } => $"cannot steer a {kind} turn",
            _ => steer.Input.Items.IsEmpty ? "input must not be empty" : null,
        };
        if (refusal is null)
            TakeInput(steer.Input, accepted);
        else
            accepted.TrySetException(new InvalidOperationException(refusal));
    }

    private string Run(string command)
    {
        if (_active is not { } active)
            return Start(id => new UserShellTask(this, id, command));
        _companions.Start(active.Task.Id, command, active.Interruption);
        return active.Task.Id;
    }

    private string RollBack(int turns)
    {
        var id = Services.Ids.NewVersion7().ToString("D");
        new ThreadRollback(this, id).Run(turns, _active is not null);
        return id;
    }

    private void Take(ResponseItem note)
    {
        if (_active is { } active)
            active.Task.Pending.AddNote(note);
        else
            RecordItem(note);
    }

    private void Take(TurnInput given, JsonElement? outputSchema, TaskCompletionSource<string> accepted)
    {
        if (_active?.Task is not { } running)
        {
            accepted.TrySetResult(Start(id => new Turn(this, id, given, outputSchema)));
        }
        else
        {
            running.Pending.Add(given);
            accepted.TrySetResult(running.Id);
        }
    }

    // Questions that a killed process left are asked again where somebody can be asked.
    private void TakeUp()
    {
        if (Approvals.Journal.Waiting is not [var first, ..] waiting || Options.ApprovalPolicy == AskForApproval.Never || Origin is not null)
            return;
        ToolCall[] calls = [.. waiting.Select(question => History.FindCall(question.CallId)).OfType<ToolCall>()];
        if (calls.Length > 0)
            _active = new ActiveTask(new TakenUpTurn(this, first.TurnId, calls), _submissions.Writer);
    }

    // The id of the turn that waited; empty when nothing waits under the answer's id.
    private async Task<string> TakeAnswerAsync(Op.Answer answer)
    {
        if (await Approvals.TakeAsync(answer).ConfigureAwait(false) is not { } taken)
            return "";
        if (taken.EndsTurn)
            _active?.Interrupt(TurnAbortReason.Interrupted);
        return taken.TurnId;
    }

    // They hold from the next turn on: the one that runs has told the model its own.
    private string ChangeSettings(ThreadSettingsOverrides change)
    {
        _next = _next.With(change);
        Announce("", new ThreadSettingsAppliedEvent(_next.Snapshot));
        return "";
    }

    private string Start(Func<string, SessionTask> create)
    {
        if (!ReferenceEquals(Settings, _next))
            UseSettings();
        Repository = ReadRepositoryLater();
        var task = create(Services.Ids.NewVersion7().ToString("D"));
        _active = new ActiveTask(task, _submissions.Writer);
        return task.Id;
    }

    // What a task does to the repository, the next one is told.
    private Lazy<RepositoryFacts?> ReadRepositoryLater() => new(() => RepositoryFacts.Read(Options.WorkingDirectory));

    private void UseSettings()
    {
        if (_next.Options.Model != Options.Model)
            History.UseModel(_next.Options.Model);
        Settings = _next;
        ToolBox.Use(Options, CollaborationMode.Mode);
    }

    // What runs makes room for work of another kind.
    private async Task ReplaceAsync()
    {
        if (_active is not { } running)
            return;
        running.Interrupt(TurnAbortReason.Replaced);
        await running.Completion.ConfigureAwait(false);
        running.Dispose();
        _active = null;
    }

    // Whoever has seen the end of a task may submit more before the task has reported it here.
    private async Task PutAwayAsync()
    {
        if (_active is not { Task.HasEnded: true } ended)
            return;
        await ended.Completion.ConfigureAwait(false);
        FinishTask(ended.Task);
    }

    private void FinishTask(SessionTask task)
    {
        if (_active?.Task != task)
            return;
        _active.Dispose();
        _active = null;
        // Input that came after the turn's last look starts a turn of its own.
        foreach (var input in task.Pending.Take())
        {
            if (input is { IsNote: true, Context: [var note] })
                Take(note);
            else
                Take(input, outputSchema: null, new TaskCompletionSource<string>());
        }
    }

    private async Task ShutDownAsync()
    {
        _submissions.Writer.TryComplete();
        if (_active is { } running)
        {
            running.Interrupt(TurnAbortReason.Interrupted);
            await running.Completion.ConfigureAwait(false);
            running.Dispose();
            _active = null;
        }

        while (_submissions.Reader.TryRead(out var left))
        {
            if (left is Submission.Operation operation)
                operation.Accepted.TrySetException(new InvalidOperationException("the thread has been shut down"));
        }

        await Reviews.DisposeAsync().ConfigureAwait(false);
        await _companions.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
        await ToolBox.DisposeAsync().ConfigureAwait(false);
        TurnEndProgram.Dispose();
        Journal.Close();
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
