using System.Text;
using Codex.Backend.Responses;
using Codex.Cli.Hosting;
using Codex.Execution.Network.Auditing;
using Codex.Execution.Policy.Rules;
using Codex.Formats.Secrets;

namespace Codex.Cli.Tests.Hosting;

public sealed class NetworkAuditLogTests
{
    private static readonly NetworkAuditEvent s_event = new(
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), new(NetworkProtocol.Https, "host.test", 443, "CONNECT") { Client = "127.0.0.1:5" }, true, "deny", "baseline_policy", "denied", false)
    {
        ThreadId = "thread",
        Model = "model",
    };

    [Fact]
    public void A_decision_is_a_line_of_the_log_with_the_fields_of_0_136() => Assert.EndsWith(
        """
         INFO codex_otel.network_proxy: event.name="codex.network_proxy.policy_decision" event.timestamp=2026-01-02T03:04:05.678Z conversation.id="thread" app.version="0.136.0" originator="codex_exec" terminal.type="xterm" model="model" slug="model" network.policy.scope="domain" network.policy.decision="deny" network.policy.source="baseline_policy" network.policy.reason="denied" network.transport.protocol="https_connect" server.address="host.test" server.port=443 http.request.method="CONNECT" client.address="127.0.0.1:5" network.policy.override=false

        """,
        Write("info", s_event),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_not_known_is_left_out_or_said_so()
    {
        var line = Write("codex_otel.network_proxy=info", s_event with { ThreadId = null, Model = null, Request = new(NetworkProtocol.Socks5Udp, "host.test", 53, Method: null) });

        Assert.DoesNotContain("conversation.id", line, StringComparison.Ordinal);
        Assert.Contains("network.transport.protocol=\"socks5_udp\" ", line, StringComparison.Ordinal);
        Assert.Contains("http.request.method=\"none\" client.address=\"unknown\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_client_says_cannot_look_like_a_field() => Assert.Contains(
        "http.request.method=\"G\\\" network.policy.decision=\\\"allow\"",
        Write("info", s_event with { Request = s_event.Request with { Method = "G\" network.policy.decision=\"allow" } }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("warn")]
    [InlineData("info,codex_otel=off")]
    public void Without_being_asked_for_nothing_is_written(string? filter) => Assert.Empty(Write(filter, s_event));

    private static string Write(string? filter, NetworkAuditEvent entry)
    {
        var written = new MemoryStream();
        var log = new LogSink(filter, TimeProvider.System, () => written, () => SecretText.Shapes);
        new NetworkAuditLog(log, new ClientIdentity("codex_exec", "agent"), "xterm").Write(entry);
        return Encoding.UTF8.GetString(written.ToArray());
    }
}
