using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex update</c>, with package managers that only tell how they were called.</summary>
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
