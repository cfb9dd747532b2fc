using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Operations;
using Codex.Storage.Rollouts;

namespace Codex.Engine.AutoReviews;

/// <summary>
/// A reviewing agent with a thread of its own (<c>codex-rs/core/src/guardian/review_session.rs</c>). It takes one case after the other,
/// so that it remembers what it has read, and the server's cache does, too.
/// </summary>
internal sealed class Reviewer : IAsyncDisposable
{
    private static readonly TimeSpan s_timeToStop = TimeSpan.FromSeconds(5);

    private readonly Session _asking;
    private readonly Session _session;
    private TranscriptCursor? _cursor;
    private int _isAtWork;
    private int _reviews;

    private Reviewer(Session asking, Session session, ThreadStartOptions basis, ReviewerMemory? memory)
    {
        (_asking, _session, Basis) = (asking, session, basis);
        (_cursor, _reviews, Memory) = (memory?.Cursor, memory?.Reviews ?? 0, memory);
    }

    /// <summary>The settings of the asking thread that this reviewer was made for.</summary>
    public ThreadStartOptions Basis { get; }

    /// <summary>What it knows after its last verdict; null before the first one.</summary>
    public ReviewerMemory? Memory { get; private set; }

    /// <summary>Whether it still works: a thread that did not stop in time is not used again.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Makes one.</summary>
    /// <param name="asking">The thread whose actions it judges.</param>
    /// <param name="memory">What it is to know; null for nothing.</param>
    /// <param name="isEphemeral">Whether nothing of it is kept on disk.</param>
    public static Reviewer Create(Session asking, ReviewerMemory? memory, bool isEphemeral)
    {
        var basis = asking.Options;
        var options = ReviewerOptions.Of(basis);
        var origin = new SubagentOrigin(asking.SessionId, asking.ThreadId, SubagentOrigin.Guardian);
        var history = memory is null ? null : new RolloutHistory
        {
            Meta = ThreadDescription.Meta(asking) with { BaseInstructions = null },
            Items = memory.Items,
            LastTurnContext = memory.Context,
            LastModel = memory.Context?.Model,
        };
        var session = new Session(
            asking.Services,
            isEphemeral ? options with { Ephemeral = true } : options,
            asking.Services.Ids.NewVersion7().ToString("D"),
            history,
            rolloutPath: null,
            origin);
        return new Reviewer(asking, session, basis, memory);
    }

    /// <summary>Reserves it; false when it is at work, or of no use any more.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref _isAtWork, 1, 0) is 0;

    /// <summary>Gives it back, if it is of use.</summary>
    public void Leave() => Volatile.Write(ref _isAtWork, IsUsable ? 0 : 1);

    /// <summary>Puts a case to it, which it was reserved for.</summary>
    public async Task<ReviewerReply> JudgeAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        if (_reviews is 1)
            await _session.NoteAsync(MessageItem.OfText("developer", ReviewTexts.Reminder)).ConfigureAwait(false);
        var reviewed = ReviewCaseBuilder.Build(_asking, request, _cursor);
        var input = new Op.UserInput(reviewed.Parts, AssessmentSchema.Create());
        var turnId = await _session.SubmitAsync(input, cancellationToken).ConfigureAwait(false);
        var reply = await ReadAsync(turnId, cancellationToken).ConfigureAwait(false);
        _reviews++;
        _cursor = reviewed.Cursor;
        Memory = new ReviewerMemory(_session.History.Snapshot().Items, _session.LastTurnContext, reviewed.Cursor, _reviews);
        return reply;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _session.DisposeAsync();

    private async Task<ReviewerReply> ReadAsync(string turnId, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadToEndAsync(turnId, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            IsUsable = await StopAsync(turnId).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ReviewerReply> ReadToEndAsync(string turnId, CancellationToken cancellationToken)
    {
        string? problem = null;
        await foreach (var happened in _session.ReadEventsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (happened.Id != turnId)
                continue;
            if (happened.Message is ErrorEvent error)
                problem = error.Message;
            if (happened.Message is TaskCompleteEvent complete)
                return new ReviewerReply(complete.LastAgentMessage, complete.LastAgentMessage is null ? problem : null);
            if (happened.Message is TurnAbortedEvent)
                return new ReviewerReply(Answer: null, "the review was interrupted");
        }

        IsUsable = false;
        return new ReviewerReply(Answer: null, problem ?? "the reviewer has ended");
    }

    // False when it does not stop in time.
    private async Task<bool> StopAsync(string turnId)
    {
        using var limit = new CancellationTokenSource(s_timeToStop, _session.Services.Clock);
        try
        {
            await _session.SubmitAsync(new Op.Interrupt(), limit.Token).ConfigureAwait(false);
            await ReadToEndAsync(turnId, limit.Token).ConfigureAwait(false);
            return IsUsable;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
