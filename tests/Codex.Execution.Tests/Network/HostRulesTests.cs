using System.Net;
using Codex.Execution.Network;
using Codex.Execution.Network.Rules;

namespace Codex.Execution.Tests.Network;

public sealed class HostRulesTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("EXAMPLE.com.", "example.COM", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "a.b.example.com", true)]
    [InlineData("*.example.com", "notexample.com", false)]
    [InlineData("*.example.com", "example.com.evil.test", false)]
    [InlineData("**.example.com", "example.com", true)]
    [InlineData("**.example.com", "a.b.example.com.", true)]
    [InlineData("**.example.com", "xexample.com", false)]
    [InlineData("*", "anything.test", true)]
    [InlineData("api-?.example.com", "api-1.example.com", true)]
    [InlineData("93.184.216.34", "93.184.55330", true)]
    [InlineData("93.184.216.34", "0x5db8d822", true)]
    [InlineData("93.184.216.34", "[::ffff:93.184.216.34]", true)]
    [InlineData("2001:4860::1", "[2001:4860:0:0::1]", true)]
    public void A_pattern_names_hosts(string pattern, string host, bool isNamed) =>
        Assert.Equal(isNamed, new HostRules(new() { AllowedHosts = [pattern] }).IsAllowed(HostName.Normalize(host)));

    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    [InlineData("a[bc].test")]
    [InlineData("{a,b}.test")]
    [InlineData("*.")]
    [InlineData("")]
    [InlineData("http://a.test")]
    public void What_is_no_pattern_of_denied_hosts_is_refused(string pattern) =>
        Assert.Throws<InvalidHostPatternException>(() => new HostRules(new NetworkProxyOptions { DeniedHosts = [pattern] }));

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:4860:4860::8888", true)]
    public void Only_public_addresses_are_open(string address, bool isPublic) => Assert.Equal(isPublic, AddressRanges.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_private_address_is_open_to_a_rule_that_names_it_only()
    {
        var rules = new HostRules(new() { AllowedHosts = ["10.0.0.5", "*", "name.test"] });

        Assert.True(rules.MayLeadTo("10.0.0.5", IPAddress.Parse("10.0.0.5")));
        Assert.False(rules.MayLeadTo("name.test", IPAddress.Parse("10.0.0.5")));
        Assert.True(rules.IsClosedLiteral("10.0.0.6"));
        Assert.True(rules.IsClosedLiteral("localhost"));
    }

    [Fact]
    public void A_name_does_not_lead_to_a_denied_address() =>
        Assert.False(new HostRules(new() { AllowedHosts = ["*"], DeniedHosts = ["8.8.8.8"] }).MayLeadTo("name.test", IPAddress.Parse("::ffff:8.8.8.8")));
}
