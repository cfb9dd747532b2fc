using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Models;

/// <summary>The models that can be chosen, and what is known about any model's name.</summary>
public sealed class ModelCatalog
{
    private readonly IReadOnlyList<ModelInfo> _models;

    private ModelCatalog(IReadOnlyList<ModelInfo> models) => _models = models;

    /// <summary>All entries, in catalog order.</summary>
    public IReadOnlyList<ModelInfo> Models => _models;

    /// <summary>The entries that come with the program; cheap, nothing is parsed.</summary>
    public static ModelCatalog Bundled() => new(BundledModels.Create());

    /// <summary>The entries of a <c>model_catalog_json</c> file, instead of the bundled ones.</summary>
    /// <exception cref="ModelCatalogException">The file cannot be read or is no catalog.</exception>
    public static ModelCatalog Load(string path) => new(ModelCatalogFile.Read(path));

    /// <summary>These entries and no others.</summary>
    public static ModelCatalog Of(IReadOnlyList<ModelInfo> models) => new(models);

    /// <summary>This catalog with entries of a server: they replace those of the same slug, others go to the end.</summary>
    public ModelCatalog With(IReadOnlyList<ModelInfo> models)
    {
        var merged = new List<ModelInfo>(_models);
        foreach (var model in models)
        {
            var index = merged.FindIndex(known => known.Slug == model.Slug);
            if (index < 0)
                merged.Add(model);
            else
                merged[index] = model;
        }

        return new ModelCatalog(merged);
    }

    /// <summary>Whether a server's entries can stand alone: users must find one to choose.</summary>
    public static bool CanStandAlone(IReadOnlyList<ModelInfo> models) => models.Any(static model => model.Visibility == "list");

    /// <summary>Writes the catalog as one line of JSON without a line end, as <c>codex debug models</c> prints it.</summary>
    public void WriteTo(Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonFormat.Compact);
        ModelInfoWriter.WriteCatalog(json, _models);
    }

    /// <summary>The slug used when none is configured: the listed model of the lowest priority, or the first of all.</summary>
    public string? DefaultSlug
    {
        get
        {
            ModelInfo? best = null;
            foreach (var model in _models)
            {
                if (model.Visibility == "list" && (best is null || model.Priority < best.Priority))
                    best = model;
            }

            return (best ?? (_models.Count > 0 ? _models[0] : null))?.Slug;
        }
    }

    /// <summary>
    /// What is known about a model: the entry with the longest slug that its name begins with, also behind one
    /// <c>namespace/</c>, else <see cref="FallbackModel"/>. The result carries the name that was asked for.
    /// </summary>
    public ModelInfo Resolve(string slug)
    {
        var entry = LongestPrefix(slug) ?? (BareName(slug) is { } name ? LongestPrefix(name) : null);
        return entry is null ? FallbackModel.Create(slug) : entry with { Slug = slug };
    }

    private ModelInfo? LongestPrefix(string slug)
    {
        ModelInfo? best = null;
        foreach (var model in _models)
        {
            if (slug.StartsWith(model.Slug, StringComparison.Ordinal) && (best is null || model.Slug.Length > best.Slug.Length))
                best = model;
        }

        return best;
    }

    // Exactly one leading namespace that looks like a provider's name.
    private static string? BareName(string slug) =>
        slug.Split('/') is [{ Length: > 0 } space, var name] && space.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? name
            : null;
}
