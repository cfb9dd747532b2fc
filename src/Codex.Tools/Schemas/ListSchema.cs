using System.Text.Json;

namespace Codex.Tools.Schemas;

/// <summary>A list of equal things.</summary>
internal sealed record ListSchema(string? Description, Schema Items) : Schema(Description)
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        WriteHead(writer, "array");
        writer.WritePropertyName("items"u8);
        Items.Write(writer);
        writer.WriteEndObject();
    }
}
