using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.Chat;

/// <summary>Packs the text of a freeform tool into the arguments of a function and back.</summary>
internal static class FreeformInput
{
    /// <summary>The text as arguments.</summary>
    public static string Pack(string input)
    {
        var output = new ArrayBufferWriter<byte>(input.Length + 16);
        using (var writer = new Utf8JsonWriter(output, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString(ChatTools.InputArgument, input);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>The text in the arguments. Models that ignore the function's form send the text alone: that counts as well.</summary>
    public static string Unpack(string arguments)
    {
        try
        {
            using var document = JsonDocument.Parse(arguments);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.String)
                return root.GetString()!;
            return root.ValueKind == JsonValueKind.Object && root.Member(ChatTools.InputArgument)?.Text() is { } input ? input : arguments;
        }
        catch (JsonException)
        {
            return arguments;
        }
    }
}
