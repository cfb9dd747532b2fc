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

    [Fact]
    public Task Without_the_feature_there_is_no_proxy() => BothPrograms.AgreeOnAsync(
        With("full", OutputItem.Exec("c1", "env | grep -v ^PATH= | grep -i proxy; true", ("login", false))) with { Runs = [Invocation.Exec("--skip-git-repo-check", "--json", "go")] });

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
