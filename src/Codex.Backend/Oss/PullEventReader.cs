using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.Oss;

/// <summary>Reads the lines of JSON that Ollama sends (<c>codex-rs/ollama/src/parser.rs</c>); what is none is skipped.</summary>
internal static class PullEventReader
{
    /// <summary>The events; a connection that breaks ends them.</summary>
    public static async IAsyncEnumerable<PullEvent> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8);
        while (await TryReadLineAsync(reader, cancellationToken).ConfigureAwait(false) is { } line)
        {
            foreach (var pullEvent in Parse(line))
                yield return pullEvent;
        }
    }

    private static async Task<string?> TryReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return null;
        }
    }

    private static List<PullEvent> Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static List<PullEvent> Read(JsonElement value)
    {
        var events = new List<PullEvent>();
        var status = value.Member("status")?.Text();
        if (status is not null)
            events.Add(new PullEvent.Status(status));
        if (status == "success")
            events.Add(new PullEvent.Success());
        var (total, completed) = (Count(value, "total"), Count(value, "completed"));
        if (total is not null || completed is not null)
            events.Add(new PullEvent.Progress(value.Member("digest")?.Text() ?? "", total, completed));
        if (value.Member("error")?.Text() is { } error)
            events.Add(new PullEvent.Error(error));
        return events;
    }

    private static ulong? Count(JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetUInt64(out var count) ? count : null;
}
