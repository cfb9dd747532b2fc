using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex update</c>, with package managers that only tell how they were called, and the look for updates.</summary>
public sealed class UpdateScenarios
{
    private const string Tells = "echo \"$0\" | sed 's|.*/||'; printf '<%s>\\n' \"$@\"; cat";

    [Theory]
    [InlineData("CODEX_MANAGED_BY_NPM", "1")]
    [InlineData("CODEX_MANAGED_BY_NPM", "")]
    [InlineData("CODEX_MANAGED_BY_BUN", "1")]
    [InlineData("NOTHING", "1")]
    public Task The_installer_of_the_program_is_called(string variable, string value) =>
        BothPrograms.AgreeOnAsync(Updating(Tells, variable, value), $"update_{variable}_{value}");

    [Theory]
    [InlineData("exit 3")]
    [InlineData("kill -9 $$")]
    [InlineData("kill -15 $$")]
    [InlineData("echo problem >&2; exit 1")]
    public Task An_installer_that_fails(string script) => BothPrograms.AgreeOnAsync(Updating(script, "CODEX_MANAGED_BY_NPM", "1"), $"update_{script}");

    [Fact]
    public Task An_installer_that_is_not_there() => BothPrograms.AgreeOnAsync(Updating(Tells, "CODEX_MANAGED_BY_NPM", "1") with
    {
        Environment = new Dictionary<string, string?> { ["CODEX_MANAGED_BY_NPM"] = "1", ["PATH"] = "{ws}/nowhere" },
    });

    [Fact]
    public Task Configuration_is_not_looked_at() => BothPrograms.AgreeOnAsync(
        Updating(Tells, "CODEX_MANAGED_BY_NPM", "1", "-c", "nope") with { WholeConfig = "x =" });

    [Theory]
    [InlineData(null)]
    [InlineData("{\"latest_version\":\"0.998.0\",\"last_checked_at\":\"2026-01-01T00:00:00.000000000Z\",\"dismissed_version\":\"0.998.0\"}")]
    [InlineData("nonsense")]
    public Task The_newest_version_is_noted_for_the_next_start(string? known) => BothPrograms.AgreeOnAsync(
        Starting("rust-v0.999.0", known, static text => text.Contains("0.999.0", StringComparison.Ordinal)), $"update_check_{known}");

    [Fact]
    public Task An_installation_of_npm_waits_for_npm() => BothPrograms.AgreeOnAsync(
        Starting("rust-v0.999.0", null, static text => text.Contains("0.999.0", StringComparison.Ordinal)) is var scenario
            ? scenario with { Environment = new Dictionary<string, string?> { ["CODEX_MANAGED_BY_NPM"] = "1" } }
            : scenario);

    // The interface of the real program is ended once it has noted the version; ours has ended by itself then.
    private static Scenario Starting(string tag, string? known, Predicate<string> isNoted) => new()
    {
        Wrapper = Terminal.Wrapper(),
        Tables = "[projects.\"{ws}\"]\ntrust_level = \"trusted\"\n",
        SecureHosts = ["api.github.com", "registry.npmjs.org"],
        Routes = new Dictionary<string, Reply>
        {
            ["GET /repos/openai/codex/releases/latest"] = Reply.WithStatus(200, $$"""{"tag_name":"{{tag}}"}"""),
            ["GET /@openai%2fcodex"] = Reply.WithStatus(
                200, """{"dist-tags":{"latest":"0.999.0"},"versions":{"0.999.0":{"dist":{"tarball":"t","integrity":"i"}}}}"""),
        },
        HomeFiles = ["version.json"],
        Without = [Facet.ExitCode, Facet.Output, Facet.Error, Facet.Strays, Facet.Rollouts],
        Home = home =>
        {
            if (known is not null)
                File.WriteAllText(Path.Combine(home, "version.json"), known);
        },
        Runs =
        [
            new Invocation
            {
                Arguments = [],
                During = async side =>
                {
                    await side.WaitForFileAsync("../home/version.json", TestContext.Current.CancellationToken);
                    while (!isNoted(await File.ReadAllTextAsync(Path.Combine(side.Workspace, "../home/version.json"), TestContext.Current.CancellationToken)))
                        await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
                    side.Codex.Signal(Signals.Terminate);
                },
            },
        ],
    };

    private static Scenario Updating(string script, string variable, string value, params string[] arguments) => new()
    {
        Runs = [new Invocation { Arguments = ["update", .. arguments] }.WithInput("typed\n")],
        Environment = new Dictionary<string, string?> { [variable] = value, ["PATH"] = "{ws}/bin:{PATH}" },
        Workspace = workspace =>
        {
            Directory.CreateDirectory(Path.Combine(workspace, "bin"));
            foreach (var name in new[] { "npm", "bun", "brew" })
            {
                var path = Path.Combine(workspace, "bin", name);
                File.WriteAllText(path, $"#!/bin/bash\n{script}\n");
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        },
    };
}
