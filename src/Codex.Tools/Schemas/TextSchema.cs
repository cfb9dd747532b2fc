using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Tools.Schemas;

/// <summary>A string, or one of a few strings.</summary>
internal sealed record TextSchema(string? Description, ImmutableArray<string> Values) : Schema(Description)
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        WriteHead(writer, "string");
        if (!Values.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("enum"u8);
            foreach (var value in Values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
