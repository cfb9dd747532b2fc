using System.Text;
using Codex.Configuration.Layers;
using Codex.Configuration.Requirements;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Tests.Requirements;

public sealed class RequirementsTests
{
    [Fact]
    public void Managed_preferences_go_before_the_machines_file_field_by_field()
    {
        using var home = new ConfigHome();
        home.Write("etc/requirements.toml", "allowed_approval_policies = ['never']\nenforce_residency = 'us'\n[apps.a]\nenabled = true\n[apps.b]\nenabled = false\n");
        var requirements = ConfigLoader.LoadLayers(home.Request with
        {
            Preferences = new ManagedPreferences(
                Configuration: null, Encode("allowed_approval_policies = ['on-request']\n[apps.a]\nenabled = false\ntools.x.approval_mode = 'prompt'\n")),
        }).Requirements;
        Assert.Equal((AskForApproval.OnRequest, "MDM com.openai.codex:requirements_toml_base64"), (requirements.AllowedApprovalPolicies!.Value[0], requirements.AllowedApprovalPolicies.Source));
        Assert.Equal(("us", home["etc/requirements.toml"]), (requirements.EnforceResidency!.Value, requirements.EnforceResidency.Source));
        Assert.Equal([("a", false), ("b", false)], requirements.Apps!.Value.Select(static app => (app.Key, app.Value.Enabled!.Value)));
        Assert.Equal("prompt", requirements.Apps.Value["a"].ToolApprovalModes["x"]);
    }

    [Fact]
    public void Managed_preferences_are_the_highest_layer_and_require_what_they_set()
    {
        using var home = new ConfigHome("model = 'mine'\n");
        home.Write("etc/managed_config.toml", "model = 'file'\nsandbox_mode = 'workspace-write'\n");
        var loaded = ConfigLoader.Load(home.Request with
        {
            Overrides = ["model=flag"],
            Preferences = new ManagedPreferences(Encode("model = 'deployed'\nlog_dir = '~/logs'\nsandbox_mode = 'read-only'\n"), Requirements: null),
        });
        Assert.Equal("deployed", loaded.Effective.Model);
        Assert.Equal(home["user/logs"], loaded.Effective.LogDirectory);
        Assert.Equal(ConfigLayerKind.ManagedPreferences, loaded.Stack.Origins()["model"].Kind);
        Assert.Equal([SandboxModeRequirement.ReadOnly], loaded.Effective.Requirements.AllowedSandboxModes!.Value);
        Assert.Equal("MDM managed_config.toml (legacy)", loaded.Effective.Requirements.AllowedSandboxModes.Source);
    }

    [Fact]
    public void Preferences_that_are_not_base64_are_an_error()
    {
        using var home = new ConfigHome();
        var request = home.Request with { Preferences = new ManagedPreferences("?", Requirements: null) };
        Assert.Equal("managed preference com.openai.codex:config_toml_base64 is not base64", Assert.Throws<ConfigException>(() => ConfigLoader.LoadLayers(request)).Message);
    }

    [Fact]
    public void Servers_that_are_not_listed_are_switched_off()
    {
        using var home = new ConfigHome("[mcp_servers.a]\ncommand = 'x'\n[mcp_servers.b]\nurl = 'http://h'\n[mcp_servers.c]\ncommand = 'x'\n");
        home.Write("etc/requirements.toml", "[mcp_servers]\na.identity.command = 'x'\nb.identity.url = 'http://other'\n");
        var reason = $"requirements ({home["etc/requirements.toml"]})";
        Assert.Equal(
            [("a", true, null), ("b", false, reason), ("c", false, reason)],
            home.Load().Effective.McpServers.Select(static server => (server.Key, server.Value.Enabled, server.Value.DisabledReason)));
    }

    [Fact]
    public void The_host_decides_about_sandboxes()
    {
        using var home = new ConfigHome();
        home.Write("etc/requirements.toml", "allowed_sandbox_modes = ['read-only']\n[[remote_sandbox_config]]\nhostname_patterns = ['BOX-?.*.org.']\nallowed_sandbox_modes = ['read-only', 'workspace-write']\n");
        Assert.Equal(2, ModesOn("box-1.a.org"));
        Assert.Equal(1, ModesOn("box-12.a.org"));

        int ModesOn(string host) => ConfigLoader.LoadLayers(home.Request with { HostName = host }).Requirements.AllowedSandboxModes!.Value.Count;
    }

    [Fact]
    public void The_reviewers_policy_of_administrators_goes_before_the_users()
    {
        using var home = new ConfigHome("auto_review.policy = ' mine '\n");
        Assert.Equal("mine", home.Load().Effective.AutoReviewPolicy);
        home.Write("etc/requirements.toml", "guardian_policy_config = ' theirs '\n");
        Assert.Equal("theirs", home.Load().Effective.AutoReviewPolicy);
    }

    [Fact]
    public void A_wrong_value_is_shown_where_it_stands()
    {
        using var home = new ConfigHome();
        var file = home.Write("etc/requirements.toml", "[features]\na = true\nx = 1\n");
        Assert.Equal(
            $"Error parsing requirements file {file}: TOML parse error at line 3, column 5\n  |\n3 | x = 1\n  |     ^\ninvalid type: integer `1`, expected a boolean\n",
            Assert.Throws<ConfigException>(() => home.Load()).Message);
    }

    private static string Encode(string toml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(toml));
}
