using Codex.Backend.Models;

namespace Codex.Backend.Bedrock;

/// <summary>The models of Bedrock; it has no list that could be asked for.</summary>
public static class BedrockModels
{
    /// <summary>The known models, or those that are configured; Bedrock has one service tier only.</summary>
    public static ModelCatalog Create(ModelCatalog? configured) => WithoutServiceTiers(configured ?? Known());

    private static ModelCatalog Known()
    {
        var bundled = ModelCatalog.Bundled();
        return ModelCatalog.Of([Entry("gpt-5.5", 0), Entry("gpt-5.4", 1)]);

        ModelInfo Entry(string slug, int priority) => bundled.Resolve(slug) with
        {
            Slug = "openai." + slug,
            Priority = priority,
            ContextWindow = BundledModels.ContextWindow,
            MaxContextWindow = BundledModels.ContextWindow,
        };
    }

    private static ModelCatalog WithoutServiceTiers(ModelCatalog catalog) => ModelCatalog.Of(
        [.. catalog.Models.Select(static model => model with { AdditionalSpeedTiers = [], ServiceTiers = [], DefaultServiceTier = null })]);
}
