using Codex.Configuration.Layers;
using Codex.Configuration.Sections;
using Codex.Configuration.Trust;

namespace Codex.Configuration.Tests;

public sealed class ConfigLayerTests
{
    [Fact]
    public void Layers_go_from_system_to_managed_and_the_highest_wins()
    {
        using var home = new ConfigHome("model = 'user'\nreview_model = 'user'\nnotify = ['a', 'b']\n");
        home.Write("etc/config.toml", "model = 'system'\nmodel_verbosity = 'low'\n");
        home.Write("home/dev.config.toml", "review_model = 'profile'\nnotify = ['c']\n");
        home.Write("etc/managed_config.toml", "model_reasoning_effort = 'low'\n");
        var loaded = ConfigLoader.Load(home.Request with { Profile = "dev", Overrides = ["model_reasoning_effort=high", "model=o3"] });
        Assert.Equal(
            [ConfigLayerKind.System, ConfigLayerKind.User, ConfigLayerKind.User, ConfigLayerKind.SessionFlags, ConfigLayerKind.ManagedFile],
            loaded.Layers.Select(layer => layer.Kind));
        Assert.Equal(("o3", "profile", "low", "low"), (loaded.Effective.Model, loaded.Effective.ReviewModel, loaded.Effective.ModelVerbosity, loaded.Effective.ModelReasoningEffort));
        Assert.Equal(["c"], loaded.Effective.Notify!);
        Assert.Equal(Path.Combine(home.Root, "dev.config.toml"), loaded.Stack.UserFile);
    }

    [Fact]
    public void Ignoring_the_user_configuration_leaves_empty_layers()
    {
        using var home = new ConfigHome("model = [broken");
        var loaded = ConfigLoader.Load(home.Request with { IgnoreUserConfig = true });
        Assert.Equal([ConfigLayerKind.System, ConfigLayerKind.User], loaded.Layers.Select(layer => layer.Kind));
        Assert.Null(loaded.Effective.Model);
    }

    [Fact]
    public void A_trusted_project_is_read_from_its_root_down_and_must_not_set_what_belongs_to_the_user()
    {
        using var home = new ConfigHome();
        var (root, nested) = Project(home);
        TrustWriter.Write(home.Root, root, TrustLevel.Trusted);
        var loaded = ConfigLoader.Load(home.Request with { WorkingDirectory = nested });
        Assert.Equal("inner", loaded.Effective.Model);
        Assert.Equal("high", loaded.Effective.ModelVerbosity);
        Assert.Equal("openai", loaded.Effective.ModelProvider.Id);
        Assert.Equal(
            $"Ignored unsupported project-local config keys in {root}/.codex/config.toml: model_provider, notify. "
            + "If you want these settings to apply, manually set them in your user-level config.toml.",
            Assert.Single(loaded.Warnings).Summary);
    }

    [Fact]
    public void A_project_without_a_decision_is_listed_but_disabled()
    {
        using var home = new ConfigHome();
        var (root, nested) = Project(home);
        File.WriteAllText(Path.Combine(root, ".codex/config.toml"), "model = [broken");
        var loaded = ConfigLoader.Load(home.Request with { WorkingDirectory = nested });
        Assert.Null(loaded.Effective.Model);
        Assert.Equal(
            Enumerable.Repeat($"To load project-local config, hooks, and exec policies, add {root} as a trusted project in {home.UserFile}.", 2),
            loaded.Layers.Where(layer => layer.Kind == ConfigLayerKind.Project).Select(layer => layer.DisabledReason));
    }

    [Fact]
    public void An_untrusted_project_says_so_and_a_broken_trusted_one_is_an_error()
    {
        using var home = new ConfigHome();
        var (root, nested) = Project(home);
        TrustWriter.Write(home.Root, root, TrustLevel.Untrusted);
        var loaded = ConfigLoader.Load(home.Request with { WorkingDirectory = nested });
        Assert.StartsWith($"{root} is marked as untrusted in {home.UserFile}.", loaded.Layers[^1].DisabledReason, StringComparison.Ordinal);
        TrustWriter.Write(home.Root, root, TrustLevel.Trusted);
        File.WriteAllText(Path.Combine(root, ".codex/config.toml"), "a = \n");
        var exception = Assert.Throws<ConfigException>(() => ConfigLoader.Load(home.Request with { WorkingDirectory = nested }));
        Assert.Equal(
            $"Error parsing project config file {root}/.codex/config.toml: TOML parse error at line 1, column 5\n  |\n1 | a = \n  |     ^\n"
            + "string values must be quoted, expected literal string\n",
            exception.Message);
    }

    [Fact]
    public void A_linked_work_tree_is_trusted_through_its_main_checkout_and_takes_its_hooks()
    {
        using var home = new ConfigHome();
        var main = home.Create("main");
        home.Write("main/.git/worktrees/wt/HEAD", "");
        home.Write("main/.codex/config.toml", "[[hooks.Stop]]\nhooks = [{ type = 'command', command = 'main' }]\n");
        var tree = home.Create("wt");
        home.Write("wt/.git", $"gitdir: {main}/.git/worktrees/wt\n");
        home.Write("wt/.codex/config.toml", "model = 'tree'\n[[hooks.Stop]]\nhooks = [{ type = 'command', command = 'tree' }]\n");
        TrustWriter.Write(home.Root, TrustWriter.RootFor(tree), TrustLevel.Trusted);
        var settings = ConfigLoader.Load(home.Request with { WorkingDirectory = tree }).Effective.Settings;
        Assert.Equal("tree", settings.Model);
        Assert.Equal("main", settings.Hooks!.Events["Stop"][0].Hooks![0].Command);
    }

    [Fact]
    public void Relative_paths_belong_to_the_folder_of_their_file_and_to_the_working_directory_for_options()
    {
        using var home = new ConfigHome("log_dir = './logs/../l'\nsqlite_home = '~/db'\n[sandbox_workspace_write]\nwritable_roots = ['r', '/abs']\n");
        var loaded = home.Load("model_catalog_json=\"cat.json\"");
        Assert.Equal(Path.Combine(home.Root, "l"), loaded.Effective.LogDirectory);
        Assert.Equal(home["user/db"], loaded.Effective.SqliteHome);
        Assert.Equal([Path.Combine(home.Root, "r"), "/abs"], loaded.Effective.Settings.SandboxWorkspaceWrite!.WritableRoots);
        Assert.Equal(Path.Combine(home.WorkingDirectory, "cat.json"), loaded.Effective.ModelCatalogFile);
    }

    [Fact]
    public void Origins_name_the_layer_of_each_leaf_and_versions_hash_the_values()
    {
        using var home = new ConfigHome("model = 'a'\nnotify = ['x', 'y']\n[tui]\ntheme = 't'\n");
        var stack = home.Load("model=b").Stack;
        var origins = stack.Origins();
        Assert.Equal(["model", "notify.0", "notify.1", "tui.theme"], origins.Keys.Order());
        Assert.Equal(ConfigLayerKind.SessionFlags, origins["model"].Kind);
        Assert.Equal(ConfigLayerKind.User, origins["notify.1"].Kind);
        Assert.Equal("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", stack.Layers[0].Version);
        Assert.StartsWith("sha256:", origins["model"].Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Older_keys_and_host_names_are_normalised_before_merging()
    {
        using var home = new ConfigHome("""
            default_permissions = ':workspace'
            [memories]
            no_memories_if_mcp_or_web_search = true
            [permissions.p.network.domains]
            'Example.COM.:443' = 'allow'
            """);
        var settings = home.Load("permissions.p.network.domains={\"example.com\"=\"deny\"}").Effective.Settings;
        Assert.True(settings.Memories!.DisableOnExternalContext);
        Assert.Equal("deny", Assert.Single(settings.Permissions!.Profiles["p"].Network!.Proxy.Domains!).Value);
    }

    private static (string Root, string Nested) Project(ConfigHome home)
    {
        var root = home.Create("repo");
        home.Create("repo/.git");
        home.Write("repo/.codex/config.toml", "model = 'outer'\nmodel_verbosity = 'high'\nnotify = ['x']\nmodel_provider = 'evil'\n");
        home.Write("repo/a/.codex/config.toml", "model = 'inner'\n");
        return (root, home.Create("repo/a/b"));
    }
}
