using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Replay;

/// <summary>Parses cassettes: JSON lines, a header first, then requests each followed by the events that answered it.</summary>
internal static class CassetteReader
{
    private const int Version = 1;

    /// <summary>Parses a cassette.</summary>
    /// <exception cref="CassetteException">A line is not what it must be.</exception>
    public static Cassette Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var exchanges = new List<CassetteExchange>();
        List<ReadOnlyMemory<byte>>? events = null;
        var number = 0;
        while (!bytes.IsEmpty)
        {
            var line = TakeLine(ref bytes);
            number++;
            if (line.Span.Trim(" \r\t"u8).IsEmpty)
                continue;
            using var document = Parse(name, number, line);
            var root = document.RootElement;
            if (number == 1)
                CheckHeader(name, root);
            else if (root.Member("request") is { } request)
                exchanges.Add(new CassetteExchange(ReadItems(request), events = []));
            else if (root.Member("event") is { } recorded && events is not null)
                events.Add(Encoding.UTF8.GetBytes(recorded.GetRawText()));
            else
                throw Broken(name, number, "expected a request or one of its events");
        }

        return number > 0 ? new Cassette(name, exchanges) : throw Broken(name, 1, "it is empty");
    }

    private static ReadOnlyMemory<byte> TakeLine(ref ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf((byte)'\n');
        var line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? default : bytes[(end + 1)..];
        return line;
    }

    private static JsonDocument Parse(string name, int number, ReadOnlyMemory<byte> line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException exception)
        {
            throw Broken(name, number, exception.Message, exception);
        }
    }

    private static void CheckHeader(string name, JsonElement header)
    {
        if (header.Member("codex_cassette") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out var value))
            throw Broken(name, 1, "the first line must be {\"codex_cassette\":1}");
        if (value != Version)
            throw Broken(name, 1, $"version {value} is not known");
    }

    private static List<RecordedItem> ReadItems(JsonElement request)
    {
        var items = new List<RecordedItem>();
        if (request.Member("items") is not { ValueKind: JsonValueKind.Array } list)
            return items;
        foreach (var item in list.EnumerateArray())
            items.Add(new RecordedItem(item.Member("type")?.Text() ?? "", Text(item, "name"), Text(item, "call_id"), Text(item, "output")));
        return items;
    }

    private static string? Text(JsonElement item, string name) => item.Member(name)?.Text();

    private static CassetteException Broken(string name, int line, string why, Exception? cause = null) =>
        new($"replay cassette {name}, line {line}: {why}", cause);
}
