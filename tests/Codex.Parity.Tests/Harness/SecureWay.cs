using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Harness;

/// <summary>Leads secure connections to the hosts of a scenario to its provider: a proxy, TLS, and the variables that name them.</summary>
internal sealed class SecureWay : IAsyncDisposable
{
    private readonly TestAuthority _authority;
    private readonly TlsFront _front;
    private readonly FakeProxy _proxy;
    private readonly string _bundle;

    private SecureWay(IReadOnlyList<string> hosts, int port, string directory)
    {
        _authority = new TestAuthority(hosts);
        _front = new TlsFront(port, _authority);
        _proxy = new FakeProxy { TunnelPort = _front.Port };
        _bundle = Path.Combine(directory, "authority.pem");
        File.WriteAllText(_bundle, _authority.RootPem);
    }

    /// <summary>The way to a provider, or null when the scenario needs none.</summary>
    internal static SecureWay? Create(Scenario scenario, int port, string directory) =>
        scenario.SecureHosts.Count == 0 ? null : new SecureWay(scenario.SecureHosts, port, directory);

    /// <summary>Adds the variables.</summary>
    internal void AddTo(Dictionary<string, string> variables)
    {
        variables["HTTPS_PROXY"] = $"http://127.0.0.1:{_proxy.Port}";
        variables["CODEX_CA_CERTIFICATE"] = _bundle;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _front.DisposeAsync();
        _authority.Dispose();
    }
}
