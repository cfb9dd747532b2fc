using Codex.Protocol.AutoReviews;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;
using Codex.Tools.Approvals;

namespace Codex.Engine.AutoReviews;

/// <summary>
/// Has actions judged by an agent in the place of the user (<c>codex-rs/core/src/guardian/review.rs</c>). Whatever goes wrong, the answer is
/// no; an agent that is denied again and again has its turn ended.
/// </summary>
internal sealed class ActionReviews(Session session) : IAsyncDisposable
{
    private const int RationaleLimit = 2_000;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly ReviewerPool _reviewers = new(session);
    private readonly DenialBreaker _breaker = new();

    /// <summary>Has an action reviewed.</summary>
    /// <param name="turnId">The turn that wants it.</param>
    /// <param name="request">The action.</param>
    /// <param name="cancellationToken">Ends the review with the turn.</param>
    public async Task<ApprovalAnswer> ReviewAsync(string turnId, ReviewRequest request, CancellationToken cancellationToken)
    {
        var review = new GuardianAssessmentEvent
        {
            Id = session.Services.Ids.NewVersion4().ToString("D"),
            TargetItemId = request.TargetItemId,
            TurnId = turnId,
            StartedAtMilliseconds = Now,
            Status = AssessmentStatus.InProgress,
            Action = request.Action,
        };
        session.Emit(turnId, review);
        using var deadline = new CancellationTokenSource(s_patience, session.Services.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var (assessment, isVerdict) = await AssessAsync(request, ending.Token).ConfigureAwait(false);
            Conclude(review, assessment);
            if (_breaker.Note(turnId, isDenial: isVerdict && !assessment.IsAllowed) is not { } tripped)
                return assessment.IsAllowed ? ApprovalAnswer.Approved : new ApprovalAnswer(ReviewTexts.Rejection(assessment.Rationale));
            session.Emit(turnId, new GuardianWarningEvent(tripped));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            session.Emit(turnId, review with { Status = AssessmentStatus.Aborted, CompletedAtMilliseconds = Now });
            throw;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return TimedOut(review);
        }

        // The call that was denied last gets no answer any more: the turn is over.
        await session.InterruptAsync(turnId, TurnAbortReason.Interrupted).ConfigureAwait(false);
        await Task.Delay(Timeout.InfiniteTimeSpan, session.Services.Clock, cancellationToken).ConfigureAwait(false);
        throw new System.Diagnostics.UnreachableException();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reviewers.DisposeAsync();

    private long Now => session.Services.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Conclude(GuardianAssessmentEvent review, Assessment assessment)
    {
        session.Emit(review.TurnId, new GuardianWarningEvent(assessment.Warning));
        session.Emit(review.TurnId, review with
        {
            Status = assessment.IsAllowed ? AssessmentStatus.Approved : AssessmentStatus.Denied,
            CompletedAtMilliseconds = Now,
            Risk = assessment.Risk,
            Authorization = assessment.Authorization,
            Rationale = assessment.Rationale,
        });
    }

    private async Task<(Assessment Assessment, bool IsVerdict)> AssessAsync(ReviewRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await _reviewers.JudgeAsync(request, cancellationToken).ConfigureAwait(false);
            if (reply.Problem is { } failure)
                return (Assessment.Failed(failure), IsVerdict: false);
            return AssessmentReader.TryRead(reply.Answer, out var assessment, out var problem)
                ? (assessment with { Rationale = session.Services.Redact(ReviewText.Shorten(assessment.Rationale, RationaleLimit)) }, IsVerdict: true)
                : (Assessment.Failed(problem), IsVerdict: false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing that a reviewer stumbles over may become a yes, or end the turn.
            return (Assessment.Failed(error.Message), IsVerdict: false);
        }
    }

    private ApprovalAnswer TimedOut(GuardianAssessmentEvent review)
    {
        session.Emit(review.TurnId, new GuardianWarningEvent(ReviewTexts.TimeoutRationale));
        session.Emit(review.TurnId, review with
        {
            Status = AssessmentStatus.TimedOut,
            CompletedAtMilliseconds = Now,
            Rationale = ReviewTexts.TimeoutRationale,
        });
        _breaker.Note(review.TurnId, isDenial: false);
        return new ApprovalAnswer(ReviewTexts.TimedOut);
    }
}
