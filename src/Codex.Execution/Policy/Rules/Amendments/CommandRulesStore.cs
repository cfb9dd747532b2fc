namespace Codex.Execution.Policy.Rules.Amendments;

/// <summary>The rules of a session, which approvals add to: in memory and in the user's file.</summary>
/// <param name="rules">The rules at the start.</param>
/// <param name="file">The file that amendments are appended to, with its folder of rules; absolute.</param>
public sealed class CommandRulesStore(CommandRules rules, string file) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private volatile CommandRules _current = rules;

    /// <summary>The rules as they are now.</summary>
    public CommandRules Current => _current;

    /// <summary>Allows a prefix from now on, here and in the file.</summary>
    /// <param name="prefix">Its words; at least one.</param>
    /// <param name="cancellationToken">Ends the wait for another amendment.</param>
    /// <exception cref="InvalidRuleException">The prefix is empty.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing changed.</exception>
    public Task AllowAsync(IReadOnlyList<string> prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return AmendAsync(
            RuleLines.Allowing(prefix),
            known => IsAllowed(known, prefix) ? known : known.With(PrefixRule.Allowing(prefix)),
            cancellationToken);
    }

    /// <summary>Adds a rule about a host, here and in the file.</summary>
    /// <param name="rule">The rule; its host in any form.</param>
    /// <param name="cancellationToken">Ends the wait for another amendment.</param>
    /// <exception cref="InvalidRuleException">The host is none.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing changed.</exception>
    public Task AddAsync(NetworkRule rule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var normalized = rule with { Host = NetworkHost.Normalize(rule.Host) };
        return AmendAsync(RuleLines.Of(normalized), known => known.With(normalized), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task AmendAsync(string line, Func<CommandRules, CommandRules> amend, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RuleAppender.AppendAsync(file, line, cancellationToken).ConfigureAwait(false);
            _current = amend(_current);
        }
        finally
        {
            _writing.Release();
        }
    }

    private static bool IsAllowed(CommandRules rules, IReadOnlyList<string> prefix) =>
        rules.Match(prefix, directory: null) is [_, ..] matches && matches.All(static match => match.Decision is RuleDecision.Allow);
}
