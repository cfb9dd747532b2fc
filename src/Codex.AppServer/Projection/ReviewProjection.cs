using Codex.AppServer.Protocol.AutoReviews;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.Protocol.AutoReviews;
using Codex.Protocol.Events;

namespace Codex.AppServer.Projection;

/// <summary>What reviews of actions are to clients (<c>codex-rs/app-server-protocol/src/protocol/item_builders.rs</c>).</summary>
internal static class ReviewProjection
{
    /// <summary>The notification of a review.</summary>
    public static ServerNotification Map(GuardianAssessmentEvent review, string threadId) => review.Status == AssessmentStatus.InProgress
        ? new ItemGuardianApprovalReviewStartedNotification(
            threadId, review.TurnId, review.StartedAtMilliseconds, review.Id, review.TargetItemId, Review(review), Map(review.Action))
        : new ItemGuardianApprovalReviewCompletedNotification(
            threadId,
            review.TurnId,
            review.StartedAtMilliseconds,
            review.CompletedAtMilliseconds ?? review.StartedAtMilliseconds,
            review.Id,
            review.TargetItemId,
            ItemGuardianApprovalReviewCompletedNotification.Agent,
            Review(review),
            Map(review.Action));

    /// <summary>The item of a reviewed command that does not run, or not yet; null for other actions and for a command that may run.</summary>
    public static CommandExecutionThreadItem? Item(GuardianAssessmentEvent review) =>
        review is { Action: ReviewedAction.Command command, TargetItemId: { } id } && Status(review.Status) is { } status
            ? new CommandExecutionThreadItem(
                id,
                command.CommandLine,
                command.WorkingDirectory,
                ProcessId: null,
                CommandExecutionSource.Agent,
                status,
                [new CommandAction.Unknown(command.CommandLine)],
                AggregatedOutput: null,
                ExitCode: null,
                DurationMs: null)
            : null;

    private static string? Status(AssessmentStatus status) => status switch
    {
        AssessmentStatus.InProgress => ItemStatus.InProgress,
        AssessmentStatus.Denied or AssessmentStatus.Aborted => ItemStatus.Declined,
        AssessmentStatus.TimedOut => ItemStatus.Failed,
        _ => null,
    };

    private static GuardianApprovalReview Review(GuardianAssessmentEvent review) => new(
        review.Status switch
        {
            AssessmentStatus.InProgress => GuardianApprovalReviewStatus.InProgress,
            AssessmentStatus.Approved => GuardianApprovalReviewStatus.Approved,
            AssessmentStatus.TimedOut => GuardianApprovalReviewStatus.TimedOut,
            AssessmentStatus.Aborted => GuardianApprovalReviewStatus.Aborted,
            _ => GuardianApprovalReviewStatus.Denied,
        },
        review.Risk?.Word(),
        review.Authorization?.Word(),
        review.Rationale);

    private static GuardianApprovalReviewAction Map(ReviewedAction action) => action switch
    {
        ReviewedAction.Command command => new GuardianApprovalReviewAction.OfCommand(
            command.Source == ReviewedCommandSource.UnifiedExec ? "unifiedExec" : command.Source, command.CommandLine, command.WorkingDirectory),
        ReviewedAction.ApplyPatch patch => new GuardianApprovalReviewAction.ApplyPatch(patch.WorkingDirectory, patch.Files),
        ReviewedAction.NetworkAccess access => new GuardianApprovalReviewAction.NetworkAccess(
            access.Target, access.Host, ApprovalProjection.Map(access.Protocol), access.Port),
        ReviewedAction.RequestPermissions asked => new GuardianApprovalReviewAction.RequestPermissions(asked.Reason, PermissionsProjection.Map(asked.Permissions)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
