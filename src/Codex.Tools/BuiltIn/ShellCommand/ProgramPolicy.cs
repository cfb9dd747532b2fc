using System.Collections.Immutable;
using Codex.Execution.Escalation;
using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Sessions;
using Codex.Tools.Approvals;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>
/// Decides about the programs that one command starts: by rules, by asking, and then inside of the command's sandbox or out of it
/// (<c>core/src/tools/runtimes/shell/unix_escalation.rs</c>).
/// </summary>
/// <param name="services">What the thread's commands share.</param>
/// <param name="request">The command.</param>
/// <param name="permission">How it runs.</param>
/// <param name="rules">What may leave its sandbox.</param>
/// <param name="limit">The command's time; stands still while somebody is asked.</param>
/// <param name="host">The turn.</param>
internal sealed class ProgramPolicy(
    CommandServices services, CommandRequest request, CommandPermission permission, EscalationRules rules, TimeLimit limit, IToolHost host) : IEscalationPolicy
{
    private const string ForbiddenText = "Execution forbidden by policy";
    private const string DeniedText = "User denied execution";

    private static readonly EscalationDecision s_run = new EscalationDecision.Run();

    /// <inheritdoc/>
    public async ValueTask<EscalationDecision> DecideAsync(InterceptedProgram program, CancellationToken cancellationToken)
    {
        if (IsCommandItself(program))
            return s_run;
        var words = program.Words;
        var verdict = Judge(words);
        if (verdict.Decision is RuleDecision.Forbidden)
            return new EscalationDecision.Deny(ForbiddenText);
        if (verdict.Decision is RuleDecision.Prompt && await AskAsync(program, words, cancellationToken).ConfigureAwait(false) is { } refusal)
            return new EscalationDecision.Deny(refusal);
        return verdict.IsDemandedByRule && IsConfined && rules.ExecutableOf(program) is { } executable ? new EscalationDecision.Escalate(executable) : s_run;
    }

    private bool IsConfined => permission.IsConfined;

    // A snapshot of the login shell is read by another shell, which then starts the one that was asked for.
    private bool IsCommandItself(InterceptedProgram program) =>
        request.Command is [var shell, _, var script] && program.Path == shell && program.Arguments is [_, "-c" or "-lc", var handed] && handed == script;

    private ProgramVerdict Judge(ImmutableArray<string> words) => services.Policy.EvaluateProgram(
        words,
        new CommandPolicyContext(host.Settings.ApprovalPolicy, host.Settings.PermissionProfile, request.Requested)
        {
            WorkingDirectory = host.Settings.WorkingDirectory,
            TemporaryDirectory = host.Settings.Host.GetVariable("TMPDIR"),
        });

    private async ValueTask<string?> AskAsync(InterceptedProgram program, ImmutableArray<string> words, CancellationToken cancellationToken)
    {
        var question = new CommandApproval
        {
            CallId = request.CallId,
            ApprovalId = services.Ids.NewVersion4().ToString("D"),
            Command = words,
            WorkingDirectory = program.WorkingDirectory,
            Requested = request.Requested,
            AdditionalPermissions = request.Additional,
            SessionKey = CommandSessionKey.Of(request),
        };
        limit.Pause();
        try
        {
            var answer = await host.Approvals.AskAsync(question, cancellationToken).ConfigureAwait(false);
            return answer.Refusal == ApprovalAnswer.RejectedByUser ? DeniedText : answer.Refusal;
        }
        finally
        {
            limit.Resume();
        }
    }
}
