using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Formats.Toml;

/// <summary>Converts between TOML and JSON values.</summary>
public static class TomlJson
{
    /// <summary>
    /// The JSON form of a value. Dates become their text, floats always carry a fraction or an exponent, and numbers that JSON cannot hold become null.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, TomlValue value) => Write(writer, value, sortKeys: false);

    /// <summary>The canonical form: no white space, keys of every object in ordinal order of their UTF-8 bytes.</summary>
    public static byte[] ToCanonicalBytes(TomlValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            Write(writer, value, sortKeys: true);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The TOML form of a JSON value: null becomes an empty string, numbers beyond 64 bits become floats (<c>utils/json-to-toml</c>).</summary>
    public static TomlValue FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ObjectFromJson(element),
        JsonValueKind.Array => new TomlArray(element.EnumerateArray().Select(FromJson)),
        JsonValueKind.String => new TomlString(element.GetString()!),
        JsonValueKind.True => new TomlBoolean(true),
        JsonValueKind.False => new TomlBoolean(false),
        JsonValueKind.Number => element.TryGetInt64(out var integer) ? new TomlInteger(integer) : new TomlFloat(element.GetDouble()),
        _ => new TomlString(""),
    };

    private static TomlTable ObjectFromJson(JsonElement element)
    {
        var table = new TomlTable();
        foreach (var property in element.EnumerateObject())
            table[property.Name] = FromJson(property.Value);
        return table;
    }

    private static void Write(Utf8JsonWriter writer, TomlValue value, bool sortKeys)
    {
        switch (value)
        {
            case TomlTable table:
                WriteObject(writer, table, sortKeys);
                break;
            case TomlArray array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Write(writer, item, sortKeys);
                writer.WriteEndArray();
                break;
            case TomlString text:
                writer.WriteStringValue(text.Value);
                break;
            case TomlInteger integer:
                writer.WriteNumberValue(integer.Value);
                break;
            case TomlBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case TomlFloat number:
                JsonFloat.Write(writer, number.Value);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, TomlTable table, bool sortKeys)
    {
        writer.WriteStartObject();
        foreach (var entry in sortKeys ? table.Entries.OrderBy(static entry => entry.Key, Utf8Comparer.Instance) : table.Entries.AsEnumerable())
        {
            writer.WritePropertyName(entry.Key);
            Write(writer, entry.Value, sortKeys);
        }

        writer.WriteEndObject();
    }

    private sealed class Utf8Comparer : IComparer<string>
    {
        public static Utf8Comparer Instance { get; } = new();

        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
