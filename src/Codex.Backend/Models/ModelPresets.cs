namespace Codex.Backend.Models;

/// <summary>Makes the list of models that a user may choose from (<c>ModelsManager::build_available_models</c>).</summary>
public static class ModelPresets
{
    /// <summary>The models by priority; without a ChatGPT login those that the API does not serve are left out.</summary>
    public static IReadOnlyList<ModelPreset> List(ModelCatalog catalog, bool usesChatGpt)
    {
        ModelInfo[] models = [.. catalog.Models.Where(model => usesChatGpt || model.SupportedInApi).OrderBy(static model => model.Priority)];
        var chosen = Array.Find(models, static model => model.Visibility == "list") ?? models.FirstOrDefault();
        return [.. models.Select(model => new ModelPreset(model, ReferenceEquals(model, chosen)))];
    }
}
