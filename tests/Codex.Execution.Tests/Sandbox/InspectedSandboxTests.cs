using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;
using Codex.Execution.Sandbox;
using Codex.Execution.Tests.Network.Inspection;
using Codex.Platform.Processes;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Commands whose encrypted requests are looked into.</summary>
public sealed class InspectedSandboxTests(ProxiedSandboxFixture sandbox) : IClassFixture<ProxiedSandboxFixture>
{
    [Fact]
    public async Task Clients_believe_the_proxy_and_its_key_cannot_be_read()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");
        using var home = new TempDirectory();
        await using var origin = new SecureOrigin("localhost");
        var proxy = new NetworkProxy(
            new NetworkProxyOptions
            {
                AllowedHosts = ["localhost"],
                Mode = NetworkMode.Limited,
                AuthorityDirectory = AuthorityPaths.DirectoryIn(home.Root),
                UsesUpstreamProxy = false,
            },
            new() { Host = sandbox.Host(), TrustsServer = origin.Trusts });
        using var spawner = ProcessSpawner.Create();
        using var command = new SandboxCommand(
            sandbox.Host(), spawner, new() { ConcealedFiles = [AuthorityPaths.KeyIn(home.Root)] }, static (_, _) => { });

        var (code, output) = await sandbox.LaunchAsync(
            sandbox.Script(SandboxFixture.WorkspaceWrite(network: true), $$"""
                cat {{AuthorityPaths.KeyIn(home.Root)}} 2>/dev/null || echo closed
                env -u no_proxy -u NO_PROXY /usr/bin/python3 - <<'PY'
                import urllib.request, urllib.error
                def ask(method):
                    try: return urllib.request.urlopen(urllib.request.Request('https://localhost:{{origin.Port}}/x', method=method)).read().decode()
                    except urllib.error.HTTPError as error: return error.headers['x-proxy-error']
                print(ask('GET'), ask('DELETE'))
                PY
                """) with
            { Proxy = proxy },
            new SandboxedLauncher(spawner, command));

        Assert.Equal((0, "closed\nok blocked-by-method-policy\n"), (code, output));
        Assert.StartsWith("GET /x HTTP/1.1\r\n", Assert.Single(origin.Received), StringComparison.Ordinal);
    }
}
