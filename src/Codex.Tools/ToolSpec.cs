using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Tools.Schemas;

namespace Codex.Tools;

/// <summary>The compact JSON of a tool as it stands in the request's <c>tools</c>.</summary>
public sealed record ToolSpec(ReadOnlyMemory<byte> Json)
{
    /// <summary>The specification of a function tool.</summary>
    /// <param name="name">Tool name.</param>
    /// <param name="description">What the model reads.</param>
    /// <param name="parameters">Schema of the arguments: an object.</param>
    public static ToolSpec Function(string name, string description, Schema parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("description"u8, description);
            writer.WriteBoolean("strict"u8, false);
            writer.WritePropertyName("parameters"u8);
            parameters.Write(writer);
            writer.WriteEndObject();
        }

        return new ToolSpec(buffer.WrittenMemory);
    }
}
