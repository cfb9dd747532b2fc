using System.Collections.Immutable;
using Codex.Formats.Starlark;
using Codex.Formats.Starlark.Values;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>Runs rules files and collects what they define (<c>execpolicy/src/parser.rs</c>). Later files add to earlier ones.</summary>
public sealed class RulesReader
{
    private readonly Dictionary<string, ImmutableArray<PrefixRule>> _rules = [];
    private readonly List<NetworkRule> _networkRules = [];
    private readonly Dictionary<string, ImmutableArray<string>> _hostExecutables = [];
    private readonly List<PendingExamples> _examples = [];

    /// <summary>Runs one file. After a failure nothing that was collected may be used.</summary>
    /// <param name="name">What errors call the file.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="RulesException">It cannot be used.</exception>
    public void Read(string name, string text)
    {
        var source = new StarlarkSource(name, text);
        _examples.Clear();
        try
        {
            StarlarkProgram.Parse(source).Run(
            [
                new StarlarkNative("prefix_rule", AddPrefixRule),
                new StarlarkNative("network_rule", AddNetworkRule),
                new StarlarkNative("host_executable", AddHostExecutable),
            ]);
            _examples.ForEach(pending => pending.Check(_hostExecutables));
        }
        catch (StarlarkException exception)
        {
            throw RulesException.Of(name, exception);
        }
        catch (FailedExampleException exception)
        {
            throw new RulesException(name, source.Locate(exception.Call.Start).Line, exception.Message, exception.Message);
        }
    }

    /// <summary>Everything that was collected.</summary>
    public CommandRules Build() => new(_rules, [.. _networkRules], _hostExecutables);

    private StarlarkNone AddPrefixRule(StarlarkArguments arguments)
    {
        var bound = arguments.Bind("prefix_rule", 1, "pattern", "decision", "match", "not_match", "justification");
        var pattern = RuleArguments.List(bound[0], "pattern");
        var decision = RuleArguments.Decision(RuleArguments.Text(bound[1], "decision")) ?? RuleDecision.Allow;
        var (matching, notMatching) = (RuleArguments.List(bound[2], "match"), RuleArguments.List(bound[3], "not_match"));
        var justification = RuleArguments.Justification(RuleArguments.Text(bound[4], "justification"));
        var words = RuleArguments.Pattern(pattern!);
        var expanded = words[0].Select(first => new PrefixRule(first, words[1..], decision, justification)).ToImmutableArray();
        _examples.Add(new PendingExamples(expanded, RuleArguments.Examples(matching), RuleArguments.Examples(notMatching), arguments.Call));
        foreach (var rule in expanded)
        {
            _rules[rule.Program] = [.. _rules.GetValueOrDefault(rule.Program, []), rule];
        }

        return StarlarkNone.Instance;
    }

    private StarlarkNone AddNetworkRule(StarlarkArguments arguments)
    {
        var bound = arguments.Bind("network_rule", 3, "host", "protocol", "decision", "justification");
        var host = RuleArguments.Text(bound[0], "host")!;
        var protocol = RuleArguments.Text(bound[1], "protocol")!;
        var word = RuleArguments.Text(bound[2], "decision")!;
        var justification = RuleArguments.Text(bound[3], "justification");
        var known = NetworkProtocolText.Parse(protocol)
            ?? throw new StarlarkException($"invalid rule: network_rule protocol must be one of http, https, socks5_tcp, socks5_udp (got {protocol})");
        var decision = word is "deny" ? RuleDecision.Forbidden : RuleArguments.Decision(word)!.Value;
        justification = RuleArguments.Justification(justification);
        _networkRules.Add(new NetworkRule(RuleArguments.Host(host), known, decision, justification));
        return StarlarkNone.Instance;
    }

    private StarlarkNone AddHostExecutable(StarlarkArguments arguments)
    {
        var bound = arguments.Bind("host_executable", 2, "name", "paths");
        var name = RuleArguments.Text(bound[0], "name")!;
        var paths = RuleArguments.List(bound[1], "paths")!;
        if (name.Length is 0)
        {
            throw new StarlarkException("invalid rule: host_executable name cannot be empty");
        }

        if (name is "." or ".." || name != Path.GetFileName(name))
        {
            throw new StarlarkException($"invalid rule: host_executable name must be a bare executable name (got {name})");
        }

        _hostExecutables[ExecutableNames.KeyOf(name)] = [.. paths.Select(path => RuleArguments.HostExecutable(name, path)).Distinct(StringComparer.Ordinal)];
        return StarlarkNone.Instance;
    }
}
