using Codex.Backend.Models;

namespace Codex.Backend.Tests.Models;

public sealed class ModelPresetsTests
{
    [Fact]
    public void Models_come_by_priority_and_the_first_listed_one_is_the_default()
    {
        var presets = ModelPresets.List(ModelCatalog.Bundled(), usesChatGpt: false);

        Assert.Equal(["gpt-5.5", "gpt-5.4", "gpt-5.4-mini", "gpt-5.3-codex", "gpt-5.2", "codex-auto-review"], presets.Select(preset => preset.Model.Slug));
        Assert.Equal(["gpt-5.5"], presets.Where(preset => preset.IsDefault).Select(preset => preset.Model.Slug));
        Assert.False(presets[^1].ShowInPicker);
        Assert.Equal("medium", presets[0].DefaultReasoningEffort);
    }

    [Fact]
    public void Models_that_the_api_does_not_serve_are_for_chatgpt_users()
    {
        var catalog = ModelCatalog.Bundled();
        var only = ModelCatalog.Of([catalog.Models[0] with { SupportedInApi = false }, catalog.Models[5]]);

        Assert.Equal(["gpt-5.5", "codex-auto-review"], ModelPresets.List(only, usesChatGpt: true).Select(preset => preset.Model.Slug));
        Assert.Equal(("codex-auto-review", true), ModelPresets.List(only, usesChatGpt: false).Select(preset => (preset.Model.Slug, preset.IsDefault)).Single());
    }

    [Fact]
    public void Announcements_and_successors_are_there_for_clients()
    {
        var models = ModelPresets.List(ModelCatalog.Bundled(), usesChatGpt: true).ToDictionary(preset => preset.Model.Slug, preset => preset.Model);

        Assert.Contains("GPT-5.5", models["gpt-5.5"].AvailabilityMessage, StringComparison.Ordinal);
        Assert.Equal(("gpt-5.4", "gpt-5.4", null), (models["gpt-5.3-codex"].Upgrade?.Model, models["gpt-5.2"].Upgrade?.Model, models["gpt-5.4"].Upgrade?.Model));
        Assert.Contains("GPT-5.3-Codex", models["gpt-5.3-codex"].Upgrade!.MigrationMarkdown, StringComparison.Ordinal);
        Assert.True(models["gpt-5.4"].Instructions.SupportsPersonality);
        Assert.False(models["gpt-5.2"].Instructions.SupportsPersonality);
    }

    [Theory]
    [InlineData("none", "low")]
    [InlineData("minimal", "low")]
    [InlineData("medium", "low")]
    [InlineData("high", "xhigh")]
    [InlineData("xhigh", "xhigh")]
    public void An_effort_becomes_the_nearest_that_a_model_has(string effort, string nearest) =>
        Assert.Equal(nearest, ReasoningEfforts.Nearest(effort, [new("low", ""), new("xhigh", "")]));

    [Fact]
    public void Without_efforts_nothing_changes() => Assert.Equal("high", ReasoningEfforts.Nearest("high", []));

    [Fact]
    public void There_are_two_ways_of_working_together()
    {
        var presets = CollaborationPresets.All();

        Assert.Equal([("Plan", "plan", "medium"), ("Default", "default", null)], presets.Select(preset => (preset.Name, preset.Mode, preset.ReasoningEffort)));
        Assert.Contains("<proposed_plan>", presets[0].DeveloperInstructions, StringComparison.Ordinal);
        Assert.Contains("<collaboration_mode>", presets[1].DeveloperInstructions, StringComparison.Ordinal);
    }
}
