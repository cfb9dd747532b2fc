using System.Text.Json.Nodes;
using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Commands whose network leads through the proxy of the feature network_proxy.</summary>
public sealed class NetworkScenarios
{
    private const string Through = "c() { curl -sS -m 10 -D - -x $HTTP_PROXY --noproxy '' \"$@\" 2>&1 | tr -d '\\r' | grep -v -i -e ^date: -e ^connection: ; echo; }; ";

    [Fact]
    public Task The_variables_that_lead_to_the_proxy() => BothPrograms.AgreeOnAsync(With("full", OutputItem.Exec(
        "c1", "env | grep -v ^PATH= | grep -i -e proxy -e CODEX_NETWORK -e CODEX_SANDBOX | sed -E 's/:[0-9]{4,5}$/:N/' | sort", ("login", false))));

    [Theory]
    [InlineData("full")]
    [InlineData("limited")]
    public Task What_the_proxy_answers(string mode) => BothPrograms.AgreeOnAsync(
        With(mode, OutputItem.Exec("c1", Through + string.Join("; ", Requests), ("login", false), ("yield_time_ms", 20000))), $"network_{mode}");

    [Fact]
    public Task No_way_leads_around_the_proxy() => BothPrograms.AgreeOnAsync(With("full", OutputItem.Exec(
        "c1",
        "(exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null || echo closed; (exec 3<>/dev/tcp/93.184.216.34/80) 2>/dev/null || echo closed; getent hosts example.com || echo closed",
        ("login", false))));

    [Fact]
    public Task The_sandbox_command_leads_to_the_proxy_and_nowhere_else() => BothPrograms.AgreeOnAsync(With("full", OutputItem.Exec("c1", "true")) with
    {
        Runs =
        [
            new Invocation { Arguments = ["sandbox", "--enable", "network_proxy", "--", "bash", "-c", Through + "c http://93.184.216.34/x; c https://denied.test/x"] },
            new Invocation { Arguments = ["sandbox", "--enable", "network_proxy", "--", "bash", "-c", "(exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null && echo direct || echo closed"] },
        ],
        Deviations = [new Deviation("NETP-7", Facet.Output, static line => line is "direct" or "closed")],
    });

    // Nothing is reached: 0.136.0 trusts built-in roots only, so that no server of a test would be believed.
    [Theory]
    [InlineData("limited", "")]
    [InlineData("full", Hook)]
    public Task What_is_answered_inside_of_tunnels(string mode, string hooks) => BothPrograms.AgreeOnAsync(
        Filtering(mode, hooks, OutputItem.Exec("c1", Through + string.Join("; ", Encrypted), ("login", false), ("yield_time_ms", 20000))));

    [Theory]
    [InlineData("host = \"*.x\"", "")]
    [InlineData("methods = []", "")]
    [InlineData("path_prefixes = [\"pattern:[\"]", "")]
    [InlineData("body = 1", "")]
    [InlineData("", "inject_request_headers = [{ name = \"x\" }]")]
    public Task Hooks_that_cannot_be_followed(string hook, string action) => BothPrograms.AgreeOnAsync(
        Filtering("full", Changed(hook, action), OutputItem.Exec("c1", "true")));

    [Fact]
    public Task Without_the_feature_there_is_no_proxy() => BothPrograms.AgreeOnAsync(
        With("full", OutputItem.Exec("c1", "env | grep -v ^PATH= | grep -i proxy; true", ("login", false))) with { Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "go")] });

    private const string Hook = """
        [permissions.filtered.network.mitm.hooks.one]
        host = "localhost"
        methods = ["GET"]
        path_prefixes = ["/a", "pattern:/b/*"]
        query = { q = ["1"] }
        action = ["strip"]

        [permissions.filtered.network.mitm.actions.strip]
        strip_request_headers = ["authorization"]
        """;

    private static IReadOnlyList<string> Encrypted =>
    [
        "c -k --http1.1 -X POST https://localhost:9/a?q=1", "c -k --http1.1 -X DELETE https://localhost:9/x", "c -k --http1.1 https://localhost:9/a?q=1",
        "c -k --http1.1 https://localhost:9/b/c?q=1", "c -k --http1.1 https://localhost:9/b/c/d?q=1", "c -k --http1.1 https://localhost:9/a?q=2",
        "c -k --http1.1 -H 'Host: other.test' https://localhost:9/a?q=1", "c -k --http1.1 https://denied.test:9/a",
    ];

    private static string Changed(string hook, string action)
    {
        var name = hook.Split(' ')[0];
        var lines = Hook.Split('\n').Select(line => name.Length > 0 && line.StartsWith(name + " ", StringComparison.Ordinal) ? hook : line).ToList();
        if (name is "body")
            lines.Insert(1, hook);
        lines.Add(action);
        return string.Join('\n', lines);
    }

    private static Scenario Filtering(string mode, string hooks, JsonObject call) => With(mode, call) with
    {
        Tables = $$"""
            [permissions.filtered.filesystem]
            ":root" = "read"
            ":workspace_roots" = "write"

            [permissions.filtered.network]
            enabled = true
            mode = "{{mode}}"
            allow_local_binding = true

            [permissions.filtered.network.domains]
            "localhost" = "allow"
            "denied.test" = "deny"

            {{hooks}}
            """,
    };

    private static IReadOnlyList<string> Requests =>
    [
        "c http://93.184.216.34/x", "c -X POST http://93.184.216.34/x", "c http://denied.test/x", "c https://denied.test/x", "c https://93.184.216.34/x",
        "c http://127.0.0.1:9/x", "c http://[::1]:9/x", "c http://localhost:9/x", "c -H 'Host: other' http://denied.test/x", "c -H 'x-unix-socket: /tmp/x' http://denied.test/",
        "c http://open.invalid/", "curl -sS -m 5 -x $ALL_PROXY --noproxy '' http://93.184.216.34/x 2>&1", "curl -sS -m 5 -x $ALL_PROXY --noproxy '' http://denied.test/x 2>&1",
    ];

    private static Scenario With(string mode, JsonObject call) => new()
    {
        Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "--enable", "network_proxy", "go")],
        Script = () => [Model.Produces((JsonObject)call.DeepClone()), Model.Says("ok")],
        Config = "default_permissions = \"filtered\"",
        Tables = $$"""
            [permissions.filtered.filesystem]
            ":root" = "read"
            ":workspace_roots" = "write"

            [permissions.filtered.network]
            enabled = true
            mode = "{{mode}}"

            [permissions.filtered.network.domains]
            "open.invalid" = "allow"
            "denied.test" = "deny"
            """,
    };
}
