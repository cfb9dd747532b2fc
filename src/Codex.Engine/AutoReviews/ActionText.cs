using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Engine.AutoReviews;

/// <summary>Writes actions for people and models to read.</summary>
internal static class ActionText
{
    private const int StringLimit = 16_000;

    /// <summary>JSON over several lines with sorted members; long strings are shortened.</summary>
    public static string Sorted(ReadOnlyMemory<byte> json) => Write(json, isSorted: true);

    /// <summary>JSON over several lines, as it is.</summary>
    public static string Plain(ReadOnlyMemory<byte> json) => Write(json, isSorted: false);

    private static string Write(ReadOnlyMemory<byte> json, bool isSorted)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
        {
            if (isSorted)
                WriteSorted(writer, document.RootElement);
            else
                document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(static member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    WriteSorted(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    WriteSorted(writer, element);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String: writer.WriteStringValue(ReviewText.Shorten(value.GetString()!, StringLimit)); break;
            default: value.WriteTo(writer); break;
        }
    }
}
