using Codex.Parity.Tests.Harness;

namespace Codex.Parity.Tests.Scenarios;

/// <summary><c>codex mcp</c>: what is printed and what config.toml holds afterwards.</summary>
public sealed class CliServerScenarios
{
    private const string Servers = """
        [mcp_servers.full]
        command = "srv"
        env_vars = ["HOME", { name = "X", source = "remote" }]
        cwd = "/tmp"
        startup_timeout_sec = 10.0
        tool_timeout_sec = 2.5
        default_tools_approval_mode = "prompt"
        enabled_tools = ["a", "b"]
        disabled_tools = []

        [mcp_servers.full.env]
        Z = "1"

        [mcp_servers.off]
        url = "https://server.invalid/"
        enabled = false

        [mcp_servers.off.http_headers]
        H = "v"

        [mcp_servers.off.env_http_headers]
        E = "VAR"

        [mcp_servers.token]
        url = "http://127.0.0.1:9/mcp"
        bearer_token_env_var = "TOK"

        """;

    [Theory]
    [InlineData("list")]
    [InlineData("list --json")]
    [InlineData("get full")]
    [InlineData("get full --json")]
    [InlineData("get off")]
    [InlineData("get off --json")]
    [InlineData("get token")]
    [InlineData("get nope")]
    [InlineData("list -c mcp_servers.full.command=other")]
    [InlineData("list -c mcp_servers.extra.command=x")]
    [InlineData("list -c foo")]
    [InlineData("list -c =x")]
    [InlineData("login full")]
    [InlineData("login nope")]
    [InlineData("logout full")]
    [InlineData("logout nope")]
    public Task Servers_are_shown(string words) => BothPrograms.AgreeOnAsync(Mcp(Servers, words), $"mcp_{words}");

    [Theory]
    [InlineData("list")]
    [InlineData("list --json")]
    public Task No_servers_are_shown(string words) => BothPrograms.AgreeOnAsync(Mcp("", words), $"mcp_none_{words}");

    [Theory]
    [InlineData("add one -- cmd a --flag")]
    [InlineData("add two --env B=2 --env A=1 -- npx -y z")]
    [InlineData("add web --url http://127.0.0.1:9/mcp --bearer-token-env-var TOK")]
    [InlineData("add web --url http://127.0.0.1:9/mcp --oauth-client-id cid --oauth-resource res")]
    [InlineData("add bad! -- cmd")]
    [InlineData("add one -c foo -- cmd")]
    [InlineData("remove token")]
    [InlineData("remove nope")]
    [InlineData("remove bad!")]
    [InlineData("remove token -c foo")]
    public Task Servers_are_changed(string words) => BothPrograms.AgreeOnAsync(
        Mcp("# mine\nmodel = \"x\" # keep\n\n[mcp_servers.token]\nurl = \"http://127.0.0.1:9/mcp\"\n", words, "list"), $"mcp_{words}");

    [Fact]
    public Task A_configuration_that_is_not_there_is_made() => BothPrograms.AgreeOnAsync(
        Mcp("", "add one -- cmd", "remove one", "list") with { Home = static home => File.Delete(Path.Combine(home, "config.toml")) });

    private static Scenario Mcp(string config, params string[] lines) => new()
    {
        WholeConfig = config,
        HomeFiles = ["config.toml"],
        Runs = [.. lines.Select(static line => new Invocation { Arguments = ["mcp", .. line.Split(' ')] })],
    };
}
