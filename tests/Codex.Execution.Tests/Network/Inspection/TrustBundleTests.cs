using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Network.Inspection;

public sealed class TrustBundleTests
{
    [Fact]
    public void A_command_trusts_what_it_trusted_and_the_proxy()
    {
        using var directory = new TempDirectory();
        var (own, other) = (Path.Join(directory.Root, "own.crt"), Path.Join(directory.Root, "other.crt"));
        File.WriteAllText(own, "own\n\n");
        File.WriteAllText(other, "other");
        var bundle = new TrustBundle(directory.Root, "ours");

        var file = bundle.FileFor(new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = own,
            ["PIP_CERT"] = other,
            ["CURL_CA_BUNDLE"] = own,
            ["DENO_CERT"] = "relative",
            ["AWS_CA_BUNDLE"] = directory.Root,
        });

        Assert.Equal("own\nother\nours\n", File.ReadAllText(file));
        Assert.Equal(directory.Root, Path.GetDirectoryName(file));
    }

    [Fact]
    public void The_same_trust_is_one_file()
    {
        using var directory = new TempDirectory();
        Dictionary<string, string> environment = new() { ["SSL_CERT_FILE"] = Path.Join(directory.Root, "own.crt") };
        File.WriteAllText(environment["SSL_CERT_FILE"], "own");

        var first = new TrustBundle(directory.Root, "ours").FileFor(environment);
        var again = new TrustBundle(directory.Root, "ours").FileFor(new Dictionary<string, string>(environment) { ["PIP_CERT"] = environment["SSL_CERT_FILE"] });

        Assert.Equal(first, again);
    }

    [Theory]
    [InlineData(NetworkMode.Limited, true)]
    [InlineData(NetworkMode.Full, false)]
    public void Commands_are_told_where_tunnels_are_looked_into(NetworkMode mode, bool isTold)
    {
        using var directory = new TempDirectory();
        var proxy = new NetworkProxy(
            new NetworkProxyOptions { Mode = mode, AuthorityDirectory = Path.Join(directory.Root, "proxy") },
            new() { Host = new() { Variables = new Dictionary<string, string>(), CurrentDirectory = "/", TemporaryDirectory = "/tmp", ExecutablePath = "/codex" } });

        var (environment, file) = proxy.Lead(new Dictionary<string, string> { ["KEPT"] = "1" });

        Assert.Equal(isTold, Directory.Exists(Path.Join(directory.Root, "proxy")));
        Assert.Equal(isTold ? file : null, environment.GetValueOrDefault("NODE_EXTRA_CA_CERTS"));
        Assert.Equal(isTold, file is not null);
        Assert.Equal("1", environment["KEPT"]);
    }
}
