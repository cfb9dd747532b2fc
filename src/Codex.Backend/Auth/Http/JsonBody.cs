using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Auth.Http;

/// <summary>A flat JSON object of strings; null values are left out.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = CompactJsonEncoder.Instance };

    /// <summary>The object's bytes, members in this order.</summary>
    public static byte[] Of(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                if (value is not null)
                    writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
