using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex features</c>: what is printed and what config.toml holds afterwards.</summary>
public sealed class CliFeatureScenarios
{
    [Theory]
    [InlineData("list")]
    [InlineData("list --enable code_mode --disable apps")]
    [InlineData("list -c features.collab=false")]
    [InlineData("list --enable nope")]
    [InlineData("enable apps")]
    [InlineData("disable apps")]
    [InlineData("enable nope")]
    [InlineData("enable collab")]
    [InlineData("disable collab")]
    [InlineData("enable web_search")]
    [InlineData("disable code_mode")]
    public Task A_feature_is_listed_and_switched(string words) => BothPrograms.AgreeOnAsync(
        Features("# mine\nmodel = \"x\" # keep\n\n[features]\n# these\nunified_exec = true\ncode_mode = true\n", words, "list"), $"features_{words}");

    [Fact]
    public Task A_feature_under_development_is_announced() => BothPrograms.AgreeOnAsync(
        Features("", "enable code_mode", "disable code_mode", "enable apps") with
        {
            Home = static home => File.Delete(Path.Combine(home, "config.toml")),
        });

    private static Scenario Features(string config, params string[] lines) => new()
    {
        WholeConfig = config,
        HomeFiles = ["config.toml"],
        Runs = [.. lines.Select(static line => new Invocation { Arguments = ["features", .. line.Split(' ')] })],
    };
}
