using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What cannot be understood is named, and never overwritten.</summary>
public sealed class BadInputScenarios
{
    [Theory]
    [InlineData("model = \"a\"\nmodel = \"b\"\n")]
    [InlineData("[features\n")]
    [InlineData("model = 5\n")]
    [InlineData("sandbox_mode = \"yolo\"\n")]
    [InlineData("[mcp_servers]\ns = { command = 1 }\n", true)]
    [InlineData("a = \"\\q\"\n")]
    [InlineData("x = 1979-13-01\n")]
    // An entry of the wrong type can be removed on purpose (CLI-8).
    public Task Commands_that_write_leave_a_configuration_alone_that_they_cannot_read(string toml, bool keepsServers = false) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            WholeConfig = toml,
            HomeFiles = ["config.toml"],
            Runs = [Run("mcp", "add", "s", "--", "cmd"), Run("mcp", keepsServers ? "get" : "remove", "s"), Run("mcp", "list"), Run("mcp", "login", "s")],
        },
        $"bad_write_{toml}");

    [Theory]
    [InlineData("extends = \"a\"", "extends = \"b\"")]
    [InlineData("extends = \"b\"", "")]
    [InlineData("extends = \"nowhere\"", "")]
    public Task Permissions_that_go_round_in_circles(string ofA, string ofB) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with { Config = "default_permissions = \"b\"", Tables = $"[permissions.a]\n{ofA}\n[permissions.b]\n{ofB}\n" }, $"bad_circle_{ofA}_{ofB}");

    [Fact]
    public Task Bytes_that_are_no_text() => BothPrograms.AgreeOnAsync(new Scenario
    {
        WholeConfig = "",
        Home = static home => File.WriteAllBytes(Path.Combine(home, "config.toml"), [.. "model = \""u8, 0xff, 0xfe, .. "\"\n"u8]),
        Runs = [Run("mcp", "list"), Run("features", "list")],
        Workspace = static _ => { },
    });

    [Theory]
    [InlineData("{\"fetched_at\":\"2026-01-01T00:00:00Z\",\"models\":[{\"slug\":\"x\"")]
    [InlineData("[]")]
    [InlineData("")]
    public Task A_damaged_list_of_models_is_as_good_as_none(string json) => BothPrograms.AgreeOnAsync(
        Scenario.Json() with { Home = home => File.WriteAllText(Path.Combine(home, "models_cache.json"), json), Script = static () => [] }, $"bad_models_{json}");

    [Theory]
    [InlineData("no json at all")]
    [InlineData("{\"tokens\":5}")]
    public Task Logging_out_of_a_login_that_cannot_be_read(string json) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            WholeConfig = "",
            Home = LoginFiles.In(json),
            HomeFiles = ["auth.json"],
            Runs = [Run("login", "status"), Run("logout")],
            Deviations = [new("AUTH-1", Facet.Error, static line => line.Contains("auth.json", StringComparison.Ordinal) || line.Contains("login status", StringComparison.Ordinal) || line.Contains("logging out", StringComparison.Ordinal))],
        },
        $"bad_logout_{json}");

    private static Invocation Run(params string[] words) => new() { Arguments = words };
}
