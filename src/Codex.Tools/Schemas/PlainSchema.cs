using System.Text.Json;

namespace Codex.Tools.Schemas;

/// <summary>A schema that is only a type.</summary>
internal sealed record PlainSchema(string Type, string? Description) : Schema(Description)
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        WriteHead(writer, Type);
        writer.WriteEndObject();
    }
}
