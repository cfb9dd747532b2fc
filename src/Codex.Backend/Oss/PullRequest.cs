using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Oss;

/// <summary>The body of Ollama's <c>POST /api/pull</c>.</summary>
internal static class PullRequest
{
    /// <summary>Asks for a model, with progress.</summary>
    public static byte[] Create(string model)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteBoolean("stream", true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
