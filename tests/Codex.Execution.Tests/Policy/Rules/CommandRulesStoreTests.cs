using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Execution.Policy.Rules.Loading;

namespace Codex.Execution.Tests.Policy.Rules;

public sealed class CommandRulesStoreTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("codex-rules-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private string RulesFile => Path.Join(_home, "rules", "default.rules");

    [Fact]
    public async Task An_allowed_prefix_is_appended_and_holds_at_once()
    {
        using var store = new CommandRulesStore(CommandRules.Empty, RulesFile);
        await store.AllowAsync(["cargo", "test \"q\" é"], TestContext.Current.CancellationToken);
        await store.AllowAsync(["cargo", "test \"q\" é"], TestContext.Current.CancellationToken);
        Assert.Equal("prefix_rule(pattern=[\"cargo\", \"test \\\"q\\\" é\"], decision=\"allow\")\n", File.ReadAllText(RulesFile));
        Assert.Equal(RuleDecision.Allow, Assert.Single(store.Current.Match(["cargo", "test \"q\" é", "x"], directory: "/")).Decision);
        Assert.Equal(RuleDecision.Allow, Assert.Single(RuleFiles.Load([_home]).Match(["cargo", "test \"q\" é"], directory: "/")).Decision);
    }

    [Fact]
    public async Task A_missing_line_end_is_added_first()
    {
        Directory.CreateDirectory(Path.Join(_home, "rules"));
        File.WriteAllText(RulesFile, "# mine");
        using var store = new CommandRulesStore(CommandRules.Empty, RulesFile);
        await store.AllowAsync(["ls"], TestContext.Current.CancellationToken);
        Assert.Equal("# mine\nprefix_rule(pattern=[\"ls\"], decision=\"allow\")\n", File.ReadAllText(RulesFile));
    }

    [Fact]
    public async Task Network_rules_are_written_in_their_normal_form()
    {
        using var store = new CommandRulesStore(CommandRules.Empty, RulesFile);
        await store.AddAsync(new NetworkRule("Example.COM:443", NetworkProtocol.Https, RuleDecision.Forbidden, "no"), TestContext.Current.CancellationToken);
        Assert.Equal("network_rule(host=\"example.com\", protocol=\"https\", decision=\"deny\", justification=\"no\")\n", File.ReadAllText(RulesFile));
        Assert.Equal("example.com", Assert.Single(store.Current.NetworkRules).Host);
        Assert.Equal("example.com", Assert.Single(RuleFiles.Load([_home]).NetworkRules).Host);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_append_at_once()
    {
        using var store = new CommandRulesStore(CommandRules.Empty, RulesFile);
        using var other = new CommandRulesStore(CommandRules.Empty, RulesFile);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index =>
            (index % 2 is 0 ? store : other).AllowAsync([$"p{index}"], TestContext.Current.CancellationToken)));
        Assert.Equal(40, File.ReadAllLines(RulesFile).Length);
        Assert.Equal(40, RuleFiles.Load([_home]).AllowedPrefixes().Count);
    }

    [Fact]
    public async Task Without_words_or_without_a_home_nothing_is_written()
    {
        using var store = new CommandRulesStore(CommandRules.Empty, Path.Join(_home, "gone", "rules", "default.rules"));
        await Assert.ThrowsAsync<InvalidRuleException>(() => store.AllowAsync([], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => store.AllowAsync(["ls"], TestContext.Current.CancellationToken));
        Assert.True(store.Current.IsEmpty);
    }
}
