using System.Security.Cryptography.X509Certificates;
using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Network.Inspection;

public sealed class AuthorityTests
{
    [Fact]
    public void An_authority_is_made_once_and_its_key_is_the_owners()
    {
        using var directory = new TempDirectory();
        var place = Path.Join(directory.Root, "proxy");

        var authorities = Enumerable.Range(0, 8).AsParallel().Select(_ => ProxyAuthority.Open(place, TimeProvider.System).Certificate).ToArray();

        Assert.Single(authorities.Distinct());
        Assert.Equal(["ca.key", "ca.pem"], Directory.GetFiles(place, "ca*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Join(place, "ca.key")));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(Path.Join(place, "ca.pem")));
    }

    [Theory]
    [InlineData("ca.pem", "both managed MITM CA files must exist")]
    [InlineData("ca.key", "both managed MITM CA files must exist")]
    public void Half_an_authority_is_refused(string missing, string reason)
    {
        using var directory = new TempDirectory();
        ProxyAuthority.Open(directory.Root, TimeProvider.System);
        File.Delete(Path.Join(directory.Root, missing));

        Assert.StartsWith(reason, Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_others_can_read_or_that_is_a_link_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var directory = new TempDirectory();
        var key = Path.Join(directory.Root, "ca.key");
        ProxyAuthority.Open(directory.Root, TimeProvider.System);

        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Equal(
            $"managed MITM CA key {key} must not be group/world accessible (mode=404; expected <= 600)",
            Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System)).Message);

        File.SetUnixFileMode(key, UnixFileMode.UserRead);
        File.Move(key, key + ".real");
        File.CreateSymbolicLink(key, key + ".real");
        Assert.Equal(
            $"refusing to use symlink for managed MITM CA key {key}", Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System)).Message);
    }

    [Fact]
    public void What_is_no_pair_or_no_authority_is_refused()
    {
        using var directory = new TempDirectory();
        var (certificate, key) = (Path.Join(directory.Root, "ca.pem"), Path.Join(directory.Root, "ca.key"));
        using var other = new TempDirectory();
        var authority = ProxyAuthority.Open(other.Root, TimeProvider.System);
        ProxyAuthority.Open(directory.Root, TimeProvider.System);

        File.Copy(Path.Join(other.Root, "ca.pem"), certificate, overwrite: true);
        Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System));

        var host = authority.Issue("host.test").TargetCertificate;
        File.WriteAllText(certificate, host.ExportCertificatePem());
        File.WriteAllText(key, host.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Assert.Equal(
            "the managed MITM CA certificate is not that of an authority",
            Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System)).Message);

        File.WriteAllText(key, "nothing");
        Assert.Equal("failed to parse CA key", Assert.Throws<NetworkProxyException>(() => ProxyAuthority.Open(directory.Root, TimeProvider.System)).Message);
    }

    [Theory]
    [InlineData("host.test")]
    [InlineData("a_b.host.test")]
    [InlineData("xn--mnchen-3ya.test")]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public void A_certificate_names_one_host_and_serves_no_other_purpose(string host)
    {
        using var directory = new TempDirectory();
        var authority = ProxyAuthority.Open(directory.Root, TimeProvider.System);

        var certificate = authority.Issue(host).TargetCertificate;

        Assert.True(certificate.MatchesHostname(host, allowWildcards: false, allowCommonName: false));
        Assert.False(certificate.MatchesHostname("other.test"));
        Assert.True(Certificates.IsSignedBy(authority.Certificate, certificate));
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Single(certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>());
        Assert.True(certificate.HasPrivateKey);
    }

    [Fact]
    public void Certificates_are_kept_up_to_a_number_and_the_least_used_goes_first()
    {
        using var directory = new TempDirectory();
        var certificates = new HostCertificates(ProxyAuthority.Open(directory.Root, TimeProvider.System));
        var (first, second) = (certificates["host0.test"], certificates["host1.test"]);
        for (var number = 2; number < 256; number++)
            _ = certificates[$"host{number}.test"];

        Assert.Same(first, certificates["host0.test"]);
        _ = certificates["host256.test"];

        Assert.Equal(256, certificates.Count);
        Assert.Same(first, certificates["host0.test"]);
        Assert.NotSame(second, certificates["host1.test"]);
    }
}
