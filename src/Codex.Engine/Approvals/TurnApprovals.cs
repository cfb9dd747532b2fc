using System.Collections.Immutable;
using Codex.Engine.AutoReviews;
using Codex.Execution.Policy.Summaries;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Engine.Approvals;

/// <summary>The questions of one turn's tools: to the user, or to the reviewer where there is one.</summary>
internal sealed class TurnApprovals(Session session, string turnId) : IApprovals
{
    private readonly GrantedPermissions _granted = new();
    private volatile bool _asksAboutEverything;

    /// <inheritdoc/>
    public AdditionalPermissionProfile? Granted => AdditionalPermissions.Merge(session.Approvals.Granted.All, _granted.All);

    /// <inheritdoc/>
    public bool AsksAboutEverything => _asksAboutEverything;

    /// <inheritdoc/>
    public bool IsTakenUp(string callId) => session.Approvals.Journal.TakenUp(callId) is not null;

    /// <inheritdoc/>
    public bool AwaitsRetry(string callId) => session.Approvals.Journal.TakenUp(callId) is { IsRetry: true };

    /// <inheritdoc/>
    public async ValueTask<ApprovalAnswer> AskAsync(CommandApproval request, CancellationToken cancellationToken) =>
        IsReviewed(request.CallId) ? await session.Reviews.ReviewAsync(turnId, ReviewRequests.Of(request), cancellationToken).ConfigureAwait(false)
        : request.ApprovalId is { } id ? await AskOnceAsync(id, Question(request), cancellationToken).ConfigureAwait(false)
        : await AskAsync(request.CallId, [request.SessionKey], Question(request), request.IsRetry, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<ApprovalAnswer> AskAsync(PatchApproval request, CancellationToken cancellationToken) => IsReviewed(request.CallId)
        ? await session.Reviews.ReviewAsync(turnId, ReviewRequests.Of(request), cancellationToken).ConfigureAwait(false)
        : await AskAsync(
            request.CallId,
            [.. request.Files.Select(static file => $"patch\0{file}")],
            new ApplyPatchApprovalRequestEvent(request.CallId, turnId, Now, request.Changes, request.Reason),
            isRetry: false,
            cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<PermissionGrant> AskAsync(PermissionsApproval request, CancellationToken cancellationToken)
    {
        if (!MayAskForPermissions)
            return PermissionGrant.None;
        var answer = IsReviewed(request.CallId)
            ? await ReviewAsync(request, cancellationToken).ConfigureAwait(false)
            : await PutAsync(request, cancellationToken).ConfigureAwait(false);
        var grant = answer.Within(request.Permissions, session.ToolBox.Settings.Paths);
        Keep(grant);
        return grant;
    }

    private long Now => session.Services.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private bool MayAskForPermissions =>
        session.Options.ApprovalPolicy != AskForApproval.Never && session.Options.ApprovalPolicy.Granular is not { RequestPermissions: false };

    // A question that a killed process put to the user is the user's: of several processes only one may act on the answer.
    private bool IsReviewed(string callId) => !IsTakenUp(callId) && (_asksAboutEverything || session.Options.IsReviewed);

    private async Task<PermissionGrant> ReviewAsync(PermissionsApproval request, CancellationToken cancellationToken)
    {
        var answer = await session.Reviews.ReviewAsync(turnId, ReviewRequests.Of(request, turnId), cancellationToken).ConfigureAwait(false);
        return answer.Refusal is null ? new PermissionGrant(request.Permissions, PermissionGrantScope.Turn) : PermissionGrant.None;
    }

    private async Task<PermissionGrant> PutAsync(PermissionsApproval request, CancellationToken cancellationToken)
    {
        var question = new RequestPermissionsEvent(request.CallId, turnId, Now, session.Options.WorkingDirectory, request.Reason, request.Permissions);
        var decision = await PutAsync(request.CallId, question, isRetry: false, cancellationToken).ConfigureAwait(false);
        return (decision as ReviewDecision.Granted)?.Grant ?? PermissionGrant.None;
    }

    private void Keep(PermissionGrant grant)
    {
        if (grant.Permissions.IsEmpty)
            return;
        var kept = grant.Scope == PermissionGrantScope.Session ? session.Approvals.Granted : _granted;
        kept.Add(grant.Permissions);
        if (grant.ReviewsEverything)
            _asksAboutEverything = true;
    }

    private async ValueTask<ApprovalAnswer> AskAsync(
        string id, ImmutableArray<string> sessionKeys, EventMsg question, bool isRetry, CancellationToken cancellationToken)
    {
        var desk = session.Approvals;
        if (desk.IsApprovedForSession(sessionKeys))
            return ApprovalAnswer.Approved;
        var decision = await PutAsync(id, question, isRetry, cancellationToken).ConfigureAwait(false);
        if (decision is ReviewDecision.ApprovedForSession)
            desk.ApproveForSession(sessionKeys);
        return AnswerOf(decision);
    }

    // The command that waits ends with this process: nobody could take the question up.
    private async ValueTask<ApprovalAnswer> AskOnceAsync(string id, EventMsg question, CancellationToken cancellationToken) =>
        AnswerOf(await session.Approvals.AskAsync(turnId, id, question, cancellationToken).ConfigureAwait(false));

    private static ApprovalAnswer AnswerOf(ReviewDecision decision) =>
        decision is ReviewDecision.Approved or ReviewDecision.ApprovedForSession or ReviewDecision.ApprovedWithRule or ReviewDecision.NetworkRule { Amendment.Allows: true }
            ? ApprovalAnswer.Approved
            : ApprovalAnswer.Rejected;

    // The question is in the thread's file before anybody sees it.
    private Task<ReviewDecision> PutAsync(string id, EventMsg question, bool isRetry, CancellationToken cancellationToken)
    {
        session.Approvals.Journal.Asked(turnId, id, isRetry);
        return session.Approvals.AskAsync(turnId, id, question, cancellationToken);
    }

    private ExecApprovalRequestEvent Question(CommandApproval request) => new()
    {
        CallId = request.CallId,
        ApprovalId = request.ApprovalId,
        TurnId = turnId,
        StartedAtMilliseconds = Now,
        Command = request.Command,
        WorkingDirectory = request.WorkingDirectory,
        ParsedCommand = CommandSummary.Of(request.Command),
        Reason = request.Reason ?? request.Justification,
        ProposedPrefix = request.ProposedPrefix,
        AdditionalPermissions = request.AdditionalPermissions,
        AvailableDecisions = AvailableDecisions.For(network: null, request.ProposedPrefix, request.AdditionalPermissions),
        Suggestion = request.Suggestion,
    };
}
