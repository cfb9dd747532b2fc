using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Tools.Schemas;

/// <summary>An object with known members.</summary>
internal sealed record ObjectSchema(ImmutableSortedDictionary<string, Schema> Properties, ImmutableArray<string> Required) : Schema(Description: null)
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        WriteHead(writer, "object");
        writer.WriteStartObject("properties"u8);
        foreach (var (name, schema) in Properties)
        {
            writer.WritePropertyName(name);
            schema.Write(writer);
        }

        writer.WriteEndObject();
        if (!Required.IsDefault)
        {
            writer.WriteStartArray("required"u8);
            foreach (var name in Required)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        }

        writer.WriteBoolean("additionalProperties"u8, false);
        writer.WriteEndObject();
    }
}
