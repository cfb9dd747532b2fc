using System.Text.Json;
using System.Threading.Channels;
using Codex.Engine.AutoReviews;
using Codex.Engine.Compaction;
using Codex.Engine.Input;
using Codex.Engine.Reviews;
using Codex.Engine.Rollbacks;
using Codex.Engine.UserCommands;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>
/// Reads what is submitted to a thread, in order, and decides what runs: one task at a time, beside which user commands may run.
/// </summary>
/// <param name="session">The thread.</param>
internal sealed class SubmissionLoop(Session session) : IAsyncDisposable
{
    private const int Capacity = 512;

    private readonly Channel<Submission> _submissions = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly AdditionalContextStore _additionalContext = new();
    private readonly UserShellCompanions _companions = new(session);
    private Task _running = Task.CompletedTask;
    private ActiveTask? _active;

    /// <summary>The task that runs now; null between turns.</summary>
    public SessionTask? ActiveTask => _active?.Task;

    /// <summary>Cancelled with the task that runs now.</summary>
    public CancellationToken TaskEnding => _active?.Interruption ?? CancellationToken.None;

    /// <summary>Begins to read, once the thread is complete.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Hands over an operation and waits until it is taken.</summary>
    /// <returns>The id of the turn that takes it.</returns>
    /// <exception cref="InvalidOperationException">It cannot be taken, or the thread has been shut down.</exception>
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

    /// <summary>Hands over something that nobody waits for.</summary>
    public async Task PostAsync(Submission submission)
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await PostAsync(new Submission.Operation(new Op.Shutdown(), new TaskCompletionSource<string>())).ConfigureAwait(false);
        await _running.ConfigureAwait(false);
    }

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
                    session.ChangeSettings(change.Overrides);
                    operation.Accepted.TrySetResult("");
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
                    await session.ToolBox.EndCommandsAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult("");
                    break;
                case Submission.Operation { Op: Op.UserInputAnswer answer } operation:
                    session.Questions.Answer(answer.TurnId, answer.Answers);
                    operation.Accepted.TrySetResult(answer.TurnId);
                    break;
                case Submission.Operation { Op: Op.Review review } operation:
                    await ReplaceAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult(Start(id => new ReviewTask(session, id, review.Target)));
                    break;
                case Submission.Operation { Op: Op.Compact } operation:
                    await ReplaceAsync().ConfigureAwait(false);
                    operation.Accepted.TrySetResult(Start(id => new CompactionTask(session, id)));
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
            session.ChangeSettings(change);
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
            return Start(id => new UserShellTask(session, id, command));
        _companions.Start(active.Task.Id, command, active.Interruption);
        return active.Task.Id;
    }

    private string RollBack(int turns)
    {
        var id = session.Services.Ids.NewVersion7().ToString("D");
        new ThreadRollback(session, id).Run(turns, _active is not null);
        return id;
    }

    private void Take(ResponseItem note)
    {
        if (_active is { } active)
            active.Task.Pending.AddNote(note);
        else
            session.RecordItem(note);
    }

    private void Take(TurnInput given, JsonElement? outputSchema, TaskCompletionSource<string> accepted)
    {
        if (_active?.Task is not { } running)
        {
            accepted.TrySetResult(Start(id => new Turn(session, id, given, outputSchema)));
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
        if (session.Approvals.Journal.Waiting is not [var first, ..] waiting || session.Options.ApprovalPolicy == AskForApproval.Never || session.Origin is not null)
            return;
        ToolCall[] calls = [.. waiting.Select(question => session.History.FindCall(question.CallId)).OfType<ToolCall>()];
        if (calls.Length > 0)
            _active = new ActiveTask(new TakenUpTurn(session, first.TurnId, calls), _submissions.Writer);
    }

    // The id of the turn that waited; empty when nothing waits under the answer's id.
    private async Task<string> TakeAnswerAsync(Op.Answer answer)
    {
        if (await session.Approvals.TakeAsync(answer).ConfigureAwait(false) is not { } taken)
            return "";
        if (taken.EndsTurn)
            _active?.Interrupt(TurnAbortReason.Interrupted);
        return taken.TurnId;
    }

    private string Start(Func<string, SessionTask> create)
    {
        session.BeginTask();
        var task = create(session.Services.Ids.NewVersion7().ToString("D"));
        _active = new ActiveTask(task, _submissions.Writer);
        return task.Id;
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

        await _companions.DisposeAsync().ConfigureAwait(false);
        await session.CloseAsync().ConfigureAwait(false);
    }
}
