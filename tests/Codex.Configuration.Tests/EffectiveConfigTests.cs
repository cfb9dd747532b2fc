using Codex.Configuration.Sections;
using Codex.Configuration.Trust;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Tests;

public sealed class EffectiveConfigTests
{
    [Fact]
    public void An_empty_configuration_has_the_defaults_of_the_original()
    {
        using var home = new ConfigHome();
        var config = home.Load().Effective;
        Assert.Equal("openai", config.ModelProvider.Id);
        Assert.Equal(AskForApproval.OnRequest, config.ApprovalPolicy);
        Assert.Equal(PermissionProfile.ReadOnly, config.Permissions.Profile);
        Assert.Equal(":read-only", config.Permissions.Active!.Id);
        Assert.Equal([home.WorkingDirectory], config.Permissions.WorkspaceRoots);
        Assert.Equal(WebSearchMode.Cached, config.WebSearch);
        Assert.Equal("pragmatic", config.Personality);
        Assert.Equal(32 * 1024, config.ProjectDocMaxBytes);
        Assert.Equal(TimeSpan.FromMinutes(5), config.BackgroundTerminalMaxTimeout);
        Assert.Equal(Path.Combine(home.Root, "log"), config.LogDirectory);
        Assert.Equal(home.Root, config.SqliteHome);
        Assert.Equal((6, 1), (config.Agents.MaxThreads, config.Agents.MaxDepth));
        Assert.True(config.AllowLoginShell && config.IncludePermissionsInstructions && config.IncludeEnvironmentContext);
    }

    [Fact]
    public void A_trust_decision_opens_the_workspace_and_an_untrusted_one_asks_more()
    {
        using var home = new ConfigHome();
        TrustWriter.Write(home.Root, home.WorkingDirectory, TrustLevel.Trusted);
        Assert.Equal(":workspace", home.Load().Effective.Permissions.Active!.Id);
        Assert.Equal(AskForApproval.OnRequest, home.Load().Effective.ApprovalPolicy);
        TrustWriter.Write(home.Root, home.WorkingDirectory, TrustLevel.Untrusted);
        Assert.Equal(AskForApproval.UnlessTrusted, home.Load().Effective.ApprovalPolicy);
    }

    [Fact]
    public void The_sandbox_option_goes_before_every_file()
    {
        using var home = new ConfigHome("sandbox_mode = 'danger-full-access'\n[sandbox_workspace_write]\nwritable_roots = ['/extra']\nnetwork_access = true\n");
        Assert.IsType<PermissionProfile.Disabled>(home.Load().Effective.Permissions.Profile);
        var request = home.Request with { Harness = new ConfigHarnessOverrides { SandboxMode = SandboxMode.WorkspaceWrite, AdditionalWritableRoots = ["sub"] } };
        var permissions = ConfigLoader.Load(request).Effective.Permissions;
        Assert.Equal(
            PermissionProfiles.WorkspaceWrite(["/extra"], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: false, excludeSlashTmp: false),
            permissions.Profile);
        Assert.Equal([home.WorkingDirectory, Path.Combine(home.WorkingDirectory, "sub"), "/extra"], permissions.WorkspaceRoots);
    }

    [Fact]
    public void The_highest_layer_that_selects_permissions_decides_between_modes_and_profiles()
    {
        using var home = new ConfigHome("sandbox_mode = 'danger-full-access'\n");
        Assert.Equal(":workspace", home.Load("default_permissions=\":workspace\"").Effective.Permissions.Active!.Id);
        home.Write("home/config.toml", "default_permissions = ':danger-full-access'\n");
        Assert.Equal(PermissionProfile.ReadOnly, home.Load("sandbox_mode=read-only").Effective.Permissions.Profile);
    }

    [Fact]
    public void Providers_have_their_defaults_caps_and_environment()
    {
        using var home = new ConfigHome("""
            model_provider = "p"
            openai_base_url = "https://proxy/v1"
            [model_providers.p]
            name = "P"
            base_url = "http://h/v1"
            request_max_retries = 1000
            http_headers = { A = "1" }
            [model_providers.amazon-bedrock.aws]
            region = "eu-west-1"
            """);
        home.Variables["CODEX_OSS_PORT"] = "99";
        var config = home.Load().Effective;
        Assert.Equal(("P", 100, 5, 300), (config.ModelProvider.Name, config.ModelProvider.RequestMaxRetries, config.ModelProvider.StreamMaxRetries, (int)config.ModelProvider.StreamIdleTimeout.TotalSeconds));
        Assert.Equal("https://proxy/v1", config.ModelProviders["openai"].BaseUrl);
        Assert.Equal("http://localhost:99/v1", config.ModelProviders["ollama"].BaseUrl);
        Assert.Equal("eu-west-1", config.ModelProviders["amazon-bedrock"].Aws!.Region);
        home.Variables["CODEX_OSS_BASE_URL"] = "http://oss/v1";
        Assert.Equal("http://oss/v1", home.Load().Effective.ModelProviders["lmstudio"].BaseUrl);
    }

    [Fact]
    public void The_local_provider_option_brings_its_model()
    {
        using var home = new ConfigHome("model = 'x'\n");
        var request = home.Request with { Harness = new ConfigHarnessOverrides { UseOssProvider = true, OssProvider = "ollama" } };
        var config = ConfigLoader.Load(request).Effective;
        Assert.Equal(("ollama", "gpt-oss:20b"), (config.ModelProvider.Id, config.Model));
    }

    [Fact]
    public void The_replay_provider_takes_its_recording_from_the_environment_before_the_file()
    {
        using var home = new ConfigHome("model_provider = 'replay'\n[replay]\ncassette = 'a.jsonl'\n");
        Assert.Equal(("replay", Path.Combine(home.Root, "a.jsonl")), (home.Load().Effective.ModelProvider.Id, home.Load().Effective.ReplayCassette));
        home.Variables["CODEX_REPLAY_CASSETTE"] = "b.jsonl";
        Assert.Equal(Path.Combine(home.WorkingDirectory, "b.jsonl"), home.Load().Effective.ReplayCassette);
    }

    [Theory]
    [InlineData("fast", "priority")]
    [InlineData("flex", "flex")]
    [InlineData("mine", "mine")]
    public void Service_tiers_are_translated(string configured, string expected)
    {
        using var home = new ConfigHome($"service_tier = '{configured}'\n");
        Assert.Equal(expected, home.Load().Effective.ServiceTier);
    }

    [Theory]
    [InlineData("agents.max_threads=0", "agents.max_threads must be at least 1")]
    [InlineData("agents.max_depth=0", "agents.max_depth must be at least 1")]
    [InlineData("agents.job_max_runtime_seconds=0", "agents.job_max_runtime_seconds must be at least 1")]
    [InlineData("features.multi_agent_v2={min_wait_timeout_ms=50000}", "features.multi_agent_v2.default_wait_timeout_ms must be at least features.multi_agent_v2.min_wait_timeout_ms")]
    [InlineData("features.multi_agent_v2={tool_namespace='web'}", "features.multi_agent_v2.tool_namespace uses a reserved namespace: web")]
    [InlineData("model_instructions_file='/nope'", "failed to read model instructions file /nope: No such file or directory (os error 2)")]
    [InlineData("model_instructions_file='/dev/null'", "model instructions file is empty: /dev/null")]
    [InlineData("experimental_compact_prompt_file='/dev/null'", "experimental compact prompt file is empty: /dev/null")]
    public void What_makes_no_sense_is_refused_in_the_words_of_the_original(string setting, string expected)
    {
        using var home = new ConfigHome(setting);
        Assert.Equal("Error: " + expected, home.ErrorOf());
    }

    [Fact]
    public void Instructions_come_from_the_file_before_the_key()
    {
        using var home = new ConfigHome("instructions = 'key'\nmodel_instructions_file = 'i.md'\ncompact_prompt = '  '\n");
        home.Write("home/i.md", "\nfrom file\n");
        Assert.Equal("from file", home.Load().Effective.BaseInstructions);
        Assert.Null(home.Load().Effective.CompactPrompt);
    }
}
