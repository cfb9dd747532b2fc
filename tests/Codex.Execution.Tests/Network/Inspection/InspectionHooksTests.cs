using Codex.Configuration.Sections;
using Codex.Execution.Network;
using Codex.Execution.Network.Inspection;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Network.Inspection;

public sealed class InspectionHooksTests
{
    private static readonly InterceptionHookSection s_hook = new() { Host = "Host.test.", Methods = ["get "], PathPrefixes = ["/"], Action = ["act"] };
    private static readonly InterceptionActionSection s_action = new() { StripRequestHeaders = ["authorization"] };

    public static TheoryData<string, InterceptionHookSection, InterceptionActionSection> Refused() => new()
    {
        { "invalid network.mitm_hooks[0].host", s_hook with { Host = "*.test" }, s_action },
        { "invalid network.mitm_hooks[0].host", s_hook with { Host = " " }, s_action },
        { "network.mitm_hooks[0].match.methods must not be empty", s_hook with { Methods = [] }, s_action },
        { "invalid network.mitm_hooks[0].match.methods", s_hook with { Methods = [" "] }, s_action },
        { "network.mitm_hooks[0].match.path_prefixes must not be empty", s_hook with { PathPrefixes = [] }, s_action },
        { "invalid network.mitm_hooks[0].match.path_prefixes", s_hook with { PathPrefixes = ["literal:"] }, s_action },
        { "invalid network.mitm_hooks[0].match.path_prefixes", s_hook with { PathPrefixes = ["pattern:[a"] }, s_action },
        { "invalid network.mitm_hooks[0].match.query", s_hook with { Query = new Dictionary<string, IReadOnlyList<string>> { ["a"] = [] } }, s_action },
        { "invalid network.mitm_hooks[0].match.headers", s_hook with { Headers = new Dictionary<string, IReadOnlyList<string>> { ["a b"] = ["x"] } }, s_action },
        { "invalid network.mitm_hooks[0].actions.strip_request_headers", s_hook, new() { StripRequestHeaders = ["a b"] } },
        { "invalid network.mitm_hooks[0].actions.inject_request_headers", s_hook, new() { InjectRequestHeaders = [new() { Name = "x" }] } },
        { "invalid network.mitm_hooks[0].actions.inject_request_headers", s_hook, new() { InjectRequestHeaders = [new() { Name = "x", SecretFile = "relative" }] } },
        { "invalid network.mitm_hooks[0].actions.inject_request_headers", s_hook, new() { InjectRequestHeaders = [new() { Name = "x", SecretFile = "/x", SecretEnvVar = "X" }] } },
        { "network.mitm.hooks.one.action references undefined action `other`", s_hook with { Action = ["act", "other"] }, s_action },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_hook_that_cannot_be_followed_is_refused(string reason, InterceptionHookSection hook, InterceptionActionSection action) =>
        Assert.Equal(reason, Assert.Throws<InvalidHookException>(() => Read(hook, action)).Message);

    [Fact]
    public void Names_are_compared_in_one_form()
    {
        var hook = Assert.Single(Read(s_hook, s_action));

        Assert.Equal(("host.test", "GET", "authorization"), (hook.Host, hook.Methods[0], hook.Strips[0]));
        Assert.Equal("host.test", Assert.Single(Read(s_hook with { Host = "host.test:443" }, s_action)).Host);
    }

    [Fact]
    public void A_secret_that_is_missing_or_stands_in_no_header_is_an_error_that_does_not_tell_it()
    {
        using var directory = new TempDirectory();
        var file = Path.Join(directory.Root, "secret");
        File.WriteAllText(file, " hidden\nvalue\n");

        var missing = Assert.Throws<NetworkProxyException>(() => Proxy(new() { Name = "x", SecretEnvVar = "MISSING" }));
        var unreadable = Assert.Throws<NetworkProxyException>(() => Proxy(new() { Name = "x", SecretFile = file + "2" }));
        var broken = Assert.Throws<NetworkProxyException>(() => Proxy(new() { Name = "x", SecretFile = file }));

        Assert.Equal("failed to compile injected header x: missing required environment variable MISSING", missing.Message);
        Assert.Equal($"failed to compile injected header x: failed to read secret file {file}2", unreadable.Message);
        Assert.Equal("failed to compile injected header x: its value cannot stand in a header", broken.Message);

        NetworkProxy Proxy(InjectedHeaderSection header) => new(
            new NetworkProxyOptions { Hooks = [.. Read(s_hook, new() { InjectRequestHeaders = [header] })] },
            new() { Host = new HostEnvironment { Variables = new Dictionary<string, string>(), CurrentDirectory = "/", TemporaryDirectory = "/tmp", ExecutablePath = "/codex" } });
    }

    private static IReadOnlyList<InspectionHook> Read(InterceptionHookSection hook, InterceptionActionSection action) => InspectionHooks.Read(new()
    {
        Hooks = new Dictionary<string, InterceptionHookSection> { ["one"] = hook },
        Actions = new Dictionary<string, InterceptionActionSection> { ["act"] = action },
    });
}
