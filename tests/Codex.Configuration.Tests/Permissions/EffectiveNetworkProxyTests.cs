using Codex.Configuration.Permissions;

namespace Codex.Configuration.Tests.Permissions;

public sealed class EffectiveNetworkProxyTests
{
    private const string Profile = """
        default_permissions = "p"
        [permissions.p.filesystem]
        ":root" = "read"
        [permissions.p.network]
        enabled = true
        mode = "limited"
        allow_upstream_proxy = false
        [permissions.p.network.domains]
        "one.test" = "allow"
        "two.test" = "deny"
        [permissions.p.network.mitm.actions.strip]
        strip_request_headers = ["authorization"]
        [permissions.p.network.mitm.hooks.hook]
        host = "hooked.test"
        methods = ["POST"]
        path_prefixes = ["/"]
        action = ["strip"]
        """;

    [Fact]
    public void The_feature_filters_the_network_of_a_profile() => AssertIs(
        Profile + "\n[features]\nnetwork_proxy = true", limited: true, allowed: ["one.test"], denied: ["two.test"]);

    [Fact]
    public void What_the_feature_says_goes_before_what_the_profile_says()
    {
        var proxy = AssertIs(
            Profile + "\n[features.network_proxy]\nenabled = true\nmode = \"full\"\nallow_local_binding = true\nenable_socks5 = false\n[features.network_proxy.domains]\n\"three.test\" = \"allow\"\n\"one.test\" = \"deny\"",
            limited: false, allowed: ["three.test"], denied: ["one.test", "two.test"]);

        Assert.True(proxy.AllowsLocalAddresses);
        Assert.False(proxy.OffersSocks);
        Assert.False(proxy.IsManaged);
        Assert.False(proxy.UsesUpstreamProxy);
        Assert.Equal(["hooked.test"], proxy.Interception!.Hooks!.Values.Select(static hook => hook.Host));
    }

    [Theory]
    [InlineData(Profile)]
    [InlineData("sandbox_mode = \"workspace-write\"\n[features]\nnetwork_proxy = true")]
    [InlineData("sandbox_mode = \"danger-full-access\"\n[features]\nnetwork_proxy = true")]
    public void Without_feature_network_or_sandbox_there_is_no_filter(string toml)
    {
        using var home = new ConfigHome(toml);
        Assert.Null(home.Load().Effective.NetworkProxy);
    }

    [Fact]
    public void Administrators_filter_every_sandbox()
    {
        var proxy = AssertIs("sandbox_mode = \"read-only\"", false, ["corp.test"], ["bad.test"], """
            [experimental_network]
            enabled = true
            allow_upstream_proxy = false
            [experimental_network.domains]
            "corp.test" = "allow"
            "bad.test" = "deny"
            """);

        Assert.True(proxy.IsManaged);
        Assert.False(proxy.UsesUpstreamProxy);
        Assert.False(proxy.IsClosed);
    }

    [Fact]
    public void Administrators_may_keep_the_list_of_allowed_hosts_to_themselves()
    {
        var requirements = "[experimental_network]\nenabled = true\nmanaged_allowed_domains_only = true\nallowed_domains = [\"corp.test\"]";

        Assert.True(AssertIs(Profile + "\n[features]\nnetwork_proxy = true", true, ["corp.test"], ["two.test"], requirements).IsClosed);
    }

    [Fact]
    public void Administrators_can_switch_filtering_off()
    {
        using var home = new ConfigHome(Profile + "\n[features]\nnetwork_proxy = true");
        home.Write("etc/requirements.toml", "[experimental_network]\nenabled = false");
        Assert.Null(home.Load().Effective.NetworkProxy);
    }

    private static EffectiveNetworkProxy AssertIs(string toml, bool limited, string[] allowed, string[] denied, string? requirements = null)
    {
        using var home = new ConfigHome(toml);
        if (requirements is not null)
            home.Write("etc/requirements.toml", requirements);
        var proxy = home.Load().Effective.NetworkProxy;
        Assert.NotNull(proxy);
        Assert.Equal((limited, string.Join(' ', allowed), string.Join(' ', denied)), (proxy.IsLimited, string.Join(' ', proxy.AllowedDomains), string.Join(' ', proxy.DeniedDomains.Order(StringComparer.Ordinal))));
        return proxy;
    }
}
