using System.Collections.Immutable;
using Codex.Execution.Policy.Summaries;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Tools.Approvals;

namespace Codex.Engine.Approvals;

/// <summary>The questions of one turn's tools.</summary>
internal sealed class TurnApprovals(Session session, string turnId) : IApprovals
{
    /// <inheritdoc/>
    public bool IsTakenUp(string callId) => session.Approvals.Journal.TakenUp(callId) is not null;

    /// <inheritdoc/>
    public bool AwaitsRetry(string callId) => session.Approvals.Journal.TakenUp(callId) is { IsRetry: true };

    /// <inheritdoc/>
    public ValueTask<ApprovalAnswer> AskAsync(CommandApproval request, CancellationToken cancellationToken) =>
        AskAsync(request.CallId, [request.SessionKey], Question(request), request.IsRetry, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ApprovalAnswer> AskAsync(PatchApproval request, CancellationToken cancellationToken) => AskAsync(
        request.CallId,
        [.. request.Files.Select(static file => $"patch\0{file}")],
        new ApplyPatchApprovalRequestEvent(request.CallId, turnId, Now, request.Changes, request.Reason),
        isRetry: false,
        cancellationToken);

    private long Now => session.Services.Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async ValueTask<ApprovalAnswer> AskAsync(
        string id, ImmutableArray<string> sessionKeys, EventMsg question, bool isRetry, CancellationToken cancellationToken)
    {
        var desk = session.Approvals;
        if (desk.IsApprovedForSession(sessionKeys))
            return ApprovalAnswer.Approved;
        desk.Journal.Asked(turnId, id, isRetry);
        var decision = await desk.AskAsync(turnId, id, question, cancellationToken).ConfigureAwait(false);
        if (decision is ReviewDecision.ApprovedForSession)
            desk.ApproveForSession(sessionKeys);
        return decision is ReviewDecision.Approved or ReviewDecision.ApprovedForSession or ReviewDecision.ApprovedWithRule or ReviewDecision.NetworkRule { Amendment.Allows: true }
            ? ApprovalAnswer.Approved
            : ApprovalAnswer.Rejected;
    }

    private ExecApprovalRequestEvent Question(CommandApproval request) => new()
    {
        CallId = request.CallId,
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
