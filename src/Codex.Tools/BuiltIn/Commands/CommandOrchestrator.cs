using Codex.Execution.Policy;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>
/// Takes a command through the policy, the user and the sandbox: asked about, run, and, when the sandbox was in the way, asked
/// about and run again without (0.136: core/src/tools/orchestrator.rs).
/// </summary>
internal sealed class CommandOrchestrator(ICommandPolicy policy, IToolHost host)
{
    private const string RetryReason = "command failed; retry without sandbox?";

    /// <summary>Runs a command as far as it is let.</summary>
    /// <param name="request">The command.</param>
    /// <param name="attempt">Runs it once.</param>
    /// <param name="cancellationToken">Ends questions and attempts.</param>
    /// <returns>What the tool answers, or why the command was not let run.</returns>
    internal async Task<CommandOutcome> RunAsync(CommandRequest request, ICommandAttempt attempt, CancellationToken cancellationToken)
    {
        var verdict = Judge(request);
        if (verdict is CommandVerdict.Forbidden forbidden)
            return CommandOutcome.Refused(forbidden.Text);
        var awaitsRetry = host.Approvals.AwaitsRetry(request.CallId);
        var isApproved = false;
        if (!awaitsRetry && (verdict is CommandVerdict.Prompt || host.Approvals.AsksAboutEverything || host.Approvals.IsTakenUp(request.CallId)))
        {
            if (await AskAsync(request, verdict, (verdict as CommandVerdict.Prompt)?.Reason, cancellationToken).ConfigureAwait(false) is { } refusal)
                return CommandOutcome.Refused(refusal);
            // Where everything is asked about, that yes was for the sandbox.
            isApproved = !host.Approvals.AsksAboutEverything;
        }

        if (!awaitsRetry)
        {
            var first = await attempt.RunAsync(FirstPermission(request, verdict), MayRetry, cancellationToken).ConfigureAwait(false);
            if (!first.WasDenied || !MayRetry)
                return CommandOutcome.Answered(first.Output);
        }

        if (!isApproved && await AskAsync(request, verdict, RetryReason, cancellationToken).ConfigureAwait(false) is { } no)
            return CommandOutcome.Refused(no);
        var second = await attempt.RunAsync(Unconfined, mayRetry: false, cancellationToken).ConfigureAwait(false);
        return CommandOutcome.Answered(second.Output);
    }

    // Denied reads are only kept by the sandbox: nothing takes a command out of it then.
    private bool MayLeaveSandbox => !host.Settings.PermissionProfile.AccessIn(host.Settings.Paths).HasDeniedReads;

    private bool MayRetry => MayLeaveSandbox && host.Settings.ApprovalPolicy switch
    {
        { Granular: { } granular } => granular.SandboxApproval,
        var approval => approval == AskForApproval.OnFailure || approval == AskForApproval.UnlessTrusted,
    };

    private CommandPermission Unconfined => CommandPermission.WithoutSandbox(host.Settings.PermissionProfile);

    private CommandVerdict Judge(CommandRequest request) => policy.Evaluate(
        request.Command,
        new CommandPolicyContext(
            host.Settings.ApprovalPolicy, host.Settings.PermissionProfile, request.IsGranted ? SandboxPermissions.UseDefault : request.Requested)
        {
            WorkingDirectory = host.Settings.WorkingDirectory,
            TemporaryDirectory = host.Settings.Host.GetVariable("TMPDIR"),
            RequestedPrefix = request.RequestedPrefix,
            WatchesPrograms = request.WatchesPrograms,
        });

    private CommandPermission FirstPermission(CommandRequest request, CommandVerdict verdict)
    {
        var leaves = verdict is CommandVerdict.Allow { LeavesSandbox: true } || request.Requested == SandboxPermissions.RequireEscalated;
        var profile = host.Settings.PermissionProfile;
        return leaves && MayLeaveSandbox ? Unconfined : new CommandPermission(request.Additional is { } additional ? profile.With(additional) : profile);
    }

    private async Task<string?> AskAsync(CommandRequest request, CommandVerdict verdict, string? reason, CancellationToken cancellationToken)
    {
        var question = new CommandApproval
        {
            CallId = request.CallId,
            Command = request.Command,
            WorkingDirectory = request.WorkingDirectory,
            Reason = reason,
            Justification = request.Justification,
            ProposedPrefix = verdict.ProposedPrefix,
            Suggestion = RuleSuggestions.For(request.Command),
            Requested = request.Requested,
            AdditionalPermissions = request.Additional,
            HasTerminal = request.HasTerminal,
            IsSession = request.IsSession,
            IsRetry = reason == RetryReason,
            SessionKey = CommandSessionKey.Of(request),
        };
        return (await host.Approvals.AskAsync(question, cancellationToken).ConfigureAwait(false)).Refusal;
    }
}
