using System.Collections.Immutable;
using Codex.Engine.Context.Permissions;
using Codex.Execution.Policy.Rules;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Items;

namespace Codex.Engine.Approvals;

/// <summary>Saves the rules that answers bring, and tells the model. What cannot be saved is a warning and holds nothing up.</summary>
internal sealed class RuleAmendments(Session session)
{
    /// <summary>Allows the commands that start with a prefix from now on.</summary>
    public Task AllowAsync(string turnId, ImmutableArray<string> prefix) => SaveAsync(
        turnId,
        "execpolicy",
        () => session.Options.Tools.Rules?.AllowAsync(prefix, CancellationToken.None),
        $"Approved command prefix saved:\n{CommandPrefixes.Render([prefix])}");

    /// <summary>Allows or denies a host from now on.</summary>
    public Task AddAsync(string turnId, NetworkPolicyAmendment amendment, NetworkProtocol protocol) => SaveAsync(
        turnId,
        "network policy",
        () => session.Options.Tools.Rules?.AddAsync(RuleOf(amendment, protocol), CancellationToken.None),
        amendment.Allows
            ? $"Allowed network rule saved in execpolicy (allowlist): {amendment.Host}"
            : $"Denied network rule saved in execpolicy (denylist): {amendment.Host}");

    private static NetworkRule RuleOf(NetworkPolicyAmendment amendment, NetworkProtocol protocol)
    {
        var host = NetworkHost.Normalize(amendment.Host);
        var (decision, verb) = amendment.Allows ? (RuleDecision.Allow, "Allow") : (RuleDecision.Forbidden, "Deny");
        var name = protocol is NetworkProtocol.Https ? "https_connect" : protocol.Spell();
        return new NetworkRule(host, protocol, decision, $"{verb} {name} access to {host}");
    }

    private async Task SaveAsync(string turnId, string what, Func<Task?> save, string note)
    {
        try
        {
            if (save() is not { } saving)
            {
                Warn(turnId, what, "this thread has no rules file");
                return;
            }

            await saving.ConfigureAwait(false);
            Tell(MessageItem.OfText("developer", note));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidRuleException)
        {
            Warn(turnId, what, error.Message);
        }
    }

    private void Warn(string turnId, string what, string problem) =>
        session.Emit(turnId, new WarningEvent($"Failed to apply {what} amendment: {problem}"));

    private void Tell(ResponseItem note)
    {
        if (session.ActiveTask is { } task)
            task.Pending.AddNote(note);
        else
            session.RecordItem(note);
    }
}
