using Codex.Backend.Models;
using Codex.Formats.Text;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.Models;

public sealed class ModelCatalogTests
{
    [Fact]
    public void The_default_model_is_the_first_that_is_listed() => Assert.Equal("gpt-5.5", ModelCatalog.Bundled().DefaultSlug);

    [Theory]
    [InlineData("gpt-5.4-mini", "GPT-5.4-Mini")]
    [InlineData("gpt-5.4-mini-2026", "GPT-5.4-Mini")]
    [InlineData("gpt-5.4x", "gpt-5.4")]
    [InlineData("custom/gpt-5.2", "gpt-5.2")]
    [InlineData("my_provider-1/gpt-5.5-x", "GPT-5.5")]
    public void A_name_finds_the_longest_slug_it_begins_with(string slug, string displayName)
    {
        var model = ModelCatalog.Bundled().Resolve(slug);

        Assert.Equal((slug, displayName, false), (model.Slug, model.DisplayName, model.IsFallback));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("gpt-5")]
    [InlineData("a/b/gpt-5.5")]
    [InlineData("a.b/gpt-5.5")]
    [InlineData("/gpt-5.5")]
    [InlineData("")]
    public void An_unknown_name_gets_cautious_assumptions(string slug)
    {
        var model = ModelCatalog.Bundled().Resolve(slug);

        Assert.Equal((slug, true, 99, "default", 272_000L), (model.Slug, model.IsFallback, model.Priority, model.ShellType, model.ContextWindow));
        Assert.Equal(TruncationPolicy.OfBytes(10_000), model.TruncationPolicy);
        Assert.Null(model.ApplyPatchToolType);
        Assert.False(model.SupportsParallelToolCalls || model.SupportsReasoningSummaries || model.SupportsVerbosity || model.SupportsSearchTool);
    }

    [Fact]
    public void Windows_and_thresholds_are_derived()
    {
        var model = ModelCatalog.Bundled().Resolve("gpt-5.5");

        Assert.Equal((258_400L, 244_800L), (model.EffectiveContextWindow, model.CompactionThreshold));
        Assert.Equal(1000, (model with { AutoCompactTokenLimit = 1000 }).CompactionThreshold);
        Assert.Equal(244_800, (model with { AutoCompactTokenLimit = 999_999 }).CompactionThreshold);
        Assert.Null((model with { ContextWindow = null, MaxContextWindow = null }).CompactionThreshold);
    }

    [Fact]
    public void Instructions_follow_the_personality()
    {
        var instructions = ModelCatalog.Bundled().Resolve("gpt-5.5").Instructions;

        Assert.Equal(instructions.Base, instructions.Render("pragmatic"));
        Assert.NotEqual(instructions.Base, instructions.Render("friendly"));
        Assert.True(instructions.Render("none").Length < instructions.Base.Length);
        Assert.DoesNotContain("{{", instructions.Render(null), StringComparison.Ordinal);
        Assert.Contains("update_plan", instructions.Base, StringComparison.Ordinal);
        Assert.False(ModelCatalog.Bundled().Resolve("gpt-5.2").Instructions.SupportsPersonality);
    }

    [Fact]
    public void Configuration_changes_what_it_names()
    {
        var model = ModelCatalog.Bundled().Resolve("gpt-5.2");
        var changed = new ModelOverrides { ContextWindow = 500_000, AutoCompactTokenLimit = 7, ToolOutputTokenLimit = 100, Instructions = "mine" }.Apply(model);

        Assert.Equal((272_000L, 7L, "mine"), (changed.ContextWindow, changed.AutoCompactTokenLimit, changed.Instructions.Render("friendly")));
        Assert.Equal(TruncationPolicy.OfBytes(400), changed.TruncationPolicy);
        Assert.Equal(500_000, new ModelOverrides { ContextWindow = 500_000 }.Apply(ModelCatalog.Bundled().Resolve("gpt-5.4")).ContextWindow);
        Assert.True(new ModelOverrides { SupportsReasoningSummaries = true }.Apply(ModelCatalog.Bundled().Resolve("other")).SupportsReasoningSummaries);
        Assert.Same(model.Instructions, new ModelOverrides().Apply(model).Instructions);
    }

    [Fact]
    public void Without_the_personality_feature_there_is_one_voice()
    {
        var instructions = new ModelOverrides { PersonalityEnabled = false }.Apply(ModelCatalog.Bundled().Resolve("gpt-5.5")).Instructions;

        Assert.Equal(instructions.Base, instructions.Render("friendly"));
    }

    [Fact]
    public void A_catalog_file_replaces_the_bundled_entries()
    {
        using var directory = new TempDirectory();
        var path = directory.Write("models.json", """
            {"models":[{"slug":"mine","display_name":"Mine","description":null,"supported_reasoning_levels":[{"effort":"low","description":"d"}],
            "shell_type":"unified_exec","visibility":"list","supported_in_api":true,"priority":3,"availability_nux":{"message":"new"},
            "upgrade":{"model":"next","migration_markdown":"m"},"base_instructions":"base","supports_reasoning_summaries":true,
            "model_messages":{"instructions_template":"T {{ personality }}","instructions_variables":{"personality_friendly":"F"}},
            "support_verbosity":false,"default_verbosity":null,"apply_patch_tool_type":null,"truncation_policy":{"mode":"tokens","limit":5},
            "supports_parallel_tool_calls":false,"context_window":1000,"experimental_supported_tools":[],"input_modalities":["text"],"unknown":1}]}
            """);

        var catalog = ModelCatalog.Load(path);

        var model = catalog.Resolve("mine");
        Assert.Equal(("mine", 950L, "auto", false), (catalog.DefaultSlug, model.EffectiveContextWindow, model.DefaultReasoningSummary, model.SupportsImages));
        Assert.Equal(("base", "T F", "T "), (model.Instructions.Base, model.Instructions.Render("friendly"), model.Instructions.Render(null)));
        Assert.Equal((TruncationPolicy.OfTokens(5), "new", "next"), (model.TruncationPolicy, model.AvailabilityMessage, model.Upgrade!.Model));
        Assert.True(catalog.Resolve("gpt-5.5").IsFallback);
    }

    [Theory]
    [InlineData("""{"models":[]}""", "model_catalog_json path `PATH` must contain at least one model")]
    [InlineData("""{"models":[{"slug":"x"}]}""", "failed to parse model_catalog_json path `PATH` as JSON: missing field `display_name`")]
    [InlineData("""{"a":1}""", "failed to parse model_catalog_json path `PATH` as JSON: missing field `models`")]
    [InlineData("""{"a" """, "failed to parse model_catalog_json path `PATH` as JSON: ")]
    [InlineData(null, "No such file or directory (os error 2)")]
    public void A_file_that_is_no_catalog_is_refused(string? text, string message)
    {
        using var directory = new TempDirectory();
        var path = directory["models.json"];
        if (text is not null)
            File.WriteAllText(path, text);

        var failure = Assert.Throws<ModelCatalogException>(() => ModelCatalog.Load(path));

        Assert.StartsWith(message.Replace("PATH", path, StringComparison.Ordinal), failure.Message, StringComparison.Ordinal);
    }
}
