using System.Text.Json;

namespace Codex.Formats.Json;

/// <summary>Writes values with the members of every object sorted by name, in the order of their UTF-8 bytes; of duplicates the last counts.</summary>
public static class CanonicalJson
{
    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Write(writer, element);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        var members = new SortedDictionary<string, JsonElement>(Comparer<string>.Create(CompareCodePoints));
        foreach (var member in value.EnumerateObject())
            members[member.Name] = member.Value;
        writer.WriteStartObject();
        foreach (var (name, member) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, member);
        }

        writer.WriteEndObject();
    }

    // UTF-16 order differs from UTF-8 order above U+FFFF.
    private static int CompareCodePoints(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        var (l, r) = (left[common], right[common]);
        return char.IsSurrogate(l) == char.IsSurrogate(r) ? l.CompareTo(r) : char.IsSurrogate(l).CompareTo(char.IsSurrogate(r));
    }
}
