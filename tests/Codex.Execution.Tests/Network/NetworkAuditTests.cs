using Codex.Execution.Network;
using Codex.Execution.Network.Auditing;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Tests.Network;

public sealed class NetworkAuditTests
{
    [Theory]
    [InlineData("GET http://allowed.test:{0}/secret?path HTTP/1.1\r\n\r\n", "domain allow baseline_policy allow http allowed.test GET")]
    [InlineData("CONNECT denied.test:{0} HTTP/1.1\r\n\r\n", "domain deny baseline_policy denied https denied.test CONNECT")]
    [InlineData("GET http://other.test:{0}/ HTTP/1.1\r\n\r\n", "domain deny baseline_policy not_allowed http other.test GET")]
    [InlineData("GET http://x/ HTTP/1.1\r\nx-unix-socket: /run/secret.sock\r\n\r\n", "non_domain deny proxy_state unix_socket_unsupported http unix-socket GET")]
    public async Task Every_decision_is_told_without_path_and_query(string request, string expected)
    {
        await using var origin = new RecordingOrigin();
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test"));

        await proxy.SendAsync(request.Replace("{0}", $"{origin.Port}", StringComparison.Ordinal));

        var entry = Assert.Single(proxy.Audited);
        Assert.Equal(expected, Describe(entry));
        Assert.StartsWith("127.0.0.1:", entry.Request.Client, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_limited_mode_the_method_is_a_decision_of_its_own()
    {
        await using var proxy = new ServedProxy(ServedProxy.Open("allowed.test") with { Mode = NetworkMode.Limited });

        await proxy.SendAsync("POST http://allowed.test/ HTTP/1.1\r\n\r\n");
        await proxy.SendAsync([5, 1, 0, 5, 1, 0, 3, 12, .. "allowed.test"u8, 0, 80], socks: true);

        Assert.Equal(
            [
                "domain allow baseline_policy allow http allowed.test POST", "non_domain deny mode_guard method_not_allowed http allowed.test POST",
                "non_domain deny mode_guard method_not_allowed socks5_tcp allowed.test ",
            ],
            proxy.Audited.Select(Describe));
    }

    private static string Describe(NetworkAuditEvent entry) =>
        $"{(entry.IsAboutHost ? "domain" : "non_domain")} {entry.Decision} {entry.Source} {entry.Reason} {entry.Request.Protocol.Spell()} {entry.Request.Host} {entry.Request.Method}";
}
