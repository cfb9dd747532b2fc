using Codex.Configuration.Editing;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;

namespace Codex.Configuration.Tests.Editing;

public sealed class ConfigEditTests
{
    [Theory]
    [InlineData("", "goals", false, "[features]\ngoals = false\n")]
    [InlineData("# a\n[features] # b\ngoals = true # c\n", "goals", false, "# a\n[features] # b\ngoals = false # c\n")]
    [InlineData("[features]\nmemories = true\n", "memories", false, "[features]\n")]
    [InlineData("[features]\n", "memories", true, "[features]\nmemories = true\n")]
    [InlineData("x = 1\n[other]\n", "memories", true, "x = 1\n[other]\n\n[features]\nmemories = true\n")]
    [InlineData("features = { goals = true } # c\n", "memories", true, "features = { goals = true, memories = true } # c\n")]
    [InlineData("features.goals = true\n", "memories", true, "features.goals = true\nfeatures.memories = true\n")]
    [InlineData("features = 3\n", "memories", true, "[features]\nmemories = true\n")]
    public void A_feature_is_switched_where_features_are(string before, string key, bool enabled, string after) =>
        Assert.Equal(after, Edit(before, document => FeatureEdits.Set(document, key, enabled)));

    [Fact]
    public void A_server_that_is_written_anew_stands_last_and_one_of_the_wrong_type_can_be_removed()
    {
        Assert.EndsWith(
            "[mcp_servers.a]\ncommand = \"new\"\n",
            Edit(
                "[mcp_servers.a]\ncommand = \"old\"\n\n[mcp_servers.b]\ncommand = \"b\"\n",
                document => McpServerEdits.Set(document, "a", new McpServerSection { Command = "new" })),
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "a = 7",
            Edit("[mcp_servers]\na = 7\n", document => Assert.True(McpServerEdits.Remove(document, "a"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_written_in_the_originals_order_and_leaves_others_alone()
    {
        const string before = "# servers\n[mcp_servers.a] # mine\nargs = [ \"x\" ,]\ncommand = 'a'\n";
        var server = new McpServerSection
        {
            Command = "npx",
            Args = ["-y", "docs"],
            Env = new Dictionary<string, string> { ["B"] = "2", ["A"] = "1" },
            EnvVars = [new McpEnvironmentVariable { Name = "N" }, new McpEnvironmentVariable { Name = "R", Source = "remote" }],
            Enabled = false,
            StartupTimeout = TimeSpan.FromSeconds(2.5),
        };
        Assert.Equal(
            before + """

            [mcp_servers.docs]
            command = "npx"
            args = ["-y", "docs"]
            env_vars = ["N", { name = "R", source = "remote" }]
            enabled = false
            startup_timeout_sec = 2.5

            [mcp_servers.docs.env]
            A = "1"
            B = "2"

            """,
            Edit(before, document => McpServerEdits.Set(document, "docs", server)));
    }

    [Fact]
    public void A_server_among_inline_ones_is_inline() =>
        Assert.Equal(
            "mcp_servers = { a = { command = \"a\" }, b = { url = \"http://b\" } }\n",
            Edit("mcp_servers = { a = { command = \"a\" } }\n", document => McpServerEdits.Set(document, "b", new McpServerSection { Url = "http://b" })));

    [Fact]
    public void A_removed_server_takes_its_tables_along() =>
        Assert.Equal(
            "[mcp_servers.b]\nurl = \"u\"\n",
            Edit(
                "[mcp_servers.a]\ncommand = \"a\"\n\n[mcp_servers.a.env]\nX = \"1\"\n\n[mcp_servers.b]\nurl = \"u\"\n",
                document => Assert.True(McpServerEdits.Remove(document, "a"))).TrimStart('\n'));

    [Fact]
    public void What_the_user_has_seen_is_noted() =>
        Assert.Equal(
            """
            [notice]
            hide_full_access_warning = true

            [notice.model_migrations]
            "gpt-5.1" = "gpt-5.5"

            [notice.external_config_migration_prompts.projects]
            "/p" = true

            [notice.external_config_migration_prompts]
            home_last_prompted_at = 5

            [tui.model_availability_nux]
            a = 1
            b = 2

            """,
            Edit("", document =>
            {
                NoticeEdits.HideFullAccessWarning(document, hidden: true);
                NoticeEdits.SetModelMigrationSeen(document, "gpt-5.1", "gpt-5.5");
                NoticeEdits.HideImportPrompt(document, "/p", hidden: true);
                NoticeEdits.SetImportPromptTime(document, project: null, DateTimeOffset.FromUnixTimeSeconds(5));
                NoticeEdits.SetModelAnnouncements(document, new Dictionary<string, long> { ["b"] = 2, ["a"] = 1 });
            }));

    [Fact]
    public void Model_and_effort_are_chosen_together() =>
        Assert.Equal(
            "model = \"b\" # m\nservice_tier = \"fast\"\n",
            Edit("model = \"a\" # m\nmodel_reasoning_effort = \"low\"\n", document =>
            {
                ModelEdits.SetModel(document, "b", reasoningEffort: null);
                ModelEdits.SetServiceTier(document, "priority");
                ModelEdits.SetPersonality(document, personality: null);
            }));

    [Fact]
    public void Plugins_and_marketplaces_have_tables_by_name() =>
        Assert.Equal(
            "[plugins.\"p@m\"]\nenabled = true\n\n[marketplaces.m]\nlast_updated = \"t\"\nsource_type = \"git\"\nsource = \"s\"\nsparse_paths = [\"a\"]\n",
            Edit("", document =>
            {
                PluginEdits.SetEnabled(document, "p@m", enabled: true);
                PluginEdits.SetMarketplace(document, "m", new MarketplaceSection { LastUpdated = "t", SourceType = "git", Source = "s", SparsePaths = ["a"] });
            }));

    [Theory]
    [InlineData("", false, "[[skills.config]]\nname = \"s\"\nenabled = false\n")]
    [InlineData("[[skills.config]]\nname = \"t\" # c\nenabled = false\n", false, "[[skills.config]]\nname = \"t\" # c\nenabled = false\n\n[[skills.config]]\nname = \"s\"\nenabled = false\n")]
    [InlineData("[[skills.config]]\nname = \" s \"\nenabled = true # c\n", false, "[[skills.config]]\nname = \" s \"\nenabled = false # c\n")]
    [InlineData("[[skills.config]]\nname = \"s\"\nenabled = false\n\n[[skills.config]]\nname = \"t\"\nenabled = false\n", true, "[[skills.config]]\nname = \"t\"\nenabled = false\n")]
    [InlineData("[skills]\n[[skills.config]]\nname = \"s\"\nenabled = false\n", true, "")]
    [InlineData("skills.config = [{ name = \"s\", enabled = false }, { name = \"t\", enabled = false }]\n", true, "skills.config = [{ name = \"t\", enabled = false }]\n")]
    [InlineData("skills = { include_instructions = true }\n", false, "skills = { include_instructions = true, config = [{ name = \"s\", enabled = false }] }\n")]
    [InlineData("a = 1\n", true, "a = 1\n")]
    public void Skills_that_are_off_are_listed(string before, bool enabled, string after) =>
        Assert.Equal(after, Edit(before, document => SkillEdits.SetByName(document, "s", enabled)).TrimStart('\n'));

    [Fact]
    public void A_suggestion_is_refused_once() =>
        Assert.Equal(
            "[tool_suggest]\ndisabled_tools = [{ type = \"plugin\", id = \"x\" }, { type = \"connector\", id = \"x\" }]\n",
            Edit("", document =>
            {
                ToolSuggestionEdits.Disable(document, "plugin", "x");
                ToolSuggestionEdits.Disable(document, "plugin", " x ");
                ToolSuggestionEdits.Disable(document, "connector", "x");
            }));

    private static string Edit(string before, Action<TomlDocument> change)
    {
        var document = TomlDocument.Parse(before);
        change(document);
        document.ToTable();
        return document.ToString();
    }
}
