using System.Text.Json;
using Codex.Formats.Json.Shapes;

namespace Codex.Backend.Models;

/// <summary>Reads an object whose member <c>models</c> lists catalog entries: catalog files and answers of servers.</summary>
internal static class ModelListReader
{
    /// <summary>Reads all entries; one that does not fit fails the whole list, as in the original.</summary>
    /// <exception cref="JsonException">It is no catalog; the message is serde_json's.</exception>
    public static IReadOnlyList<ModelInfo> Read(ReadOnlyMemory<byte> json)
    {
        if (JsonShapeCheck.Verify(json.Span, ModelCatalogShape.Create()) is { } problem)
            throw new JsonException(problem);
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement.GetProperty("models"));
    }

    /// <summary>Reads the entries of a list that has the right shape.</summary>
    public static IReadOnlyList<ModelInfo> Read(JsonElement models)
    {
        var entries = new List<ModelInfo>(models.GetArrayLength());
        foreach (var model in models.EnumerateArray())
            entries.Add(ModelInfoReader.Read(model));
        return entries;
    }
}
