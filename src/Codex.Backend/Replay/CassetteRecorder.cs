using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.Replay;

/// <summary>
/// Appends the exchanges of a live client to a cassette file. An exchange is written when it ends, in one piece, whole
/// lines only; headers and credentials are never written. Safe for concurrent use.
/// </summary>
public sealed class CassetteRecorder : IExchangeObserver
{
    private readonly string _path;
    private readonly OutputNormalizer _normalizer;
    private readonly Lock _lock = new();

    private CassetteRecorder(string path, ReplayOptions options)
    {
        _path = path;
        _normalizer = options.Normalizer();
    }

    /// <summary>Begins a new cassette.</summary>
    /// <exception cref="IOException">There is already a file, or it cannot be written.</exception>
    public static CassetteRecorder Create(string path, ReplayOptions options)
    {
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            file.Write("{\"codex_cassette\":1}\n"u8);
        return new CassetteRecorder(path, options);
    }

    /// <inheritdoc/>
    public IExchange Begin(ModelRequest request)
    {
        var lines = new ArrayBufferWriter<byte>();
        WriteLine(lines, writer => WriteRequest(writer, request.Model, new RequestOutline(_normalizer).Of(request)));
        return new RecordedExchange(this, lines);
    }

    internal void Add(ArrayBufferWriter<byte> lines, ReadOnlyMemory<byte> json)
    {
        if (RecordedEvent.Reduce(json) is { } reduced)
            WriteLine(lines, writer => WriteEvent(writer, _normalizer.Redact(Encoding.UTF8.GetString(reduced))));
    }

    internal void Append(ReadOnlySpan<byte> lines)
    {
        lock (_lock)
        {
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(lines);
        }
    }

    private static void WriteLine(ArrayBufferWriter<byte> lines, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(lines, JsonFormat.Compact))
            write(writer);
        lines.Write("\n"u8);
    }

    private static void WriteEvent(Utf8JsonWriter writer, string json)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("event"u8);
        writer.WriteRawValue(json, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, string model, IReadOnlyList<RecordedItem> items)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("request"u8);
        writer.WriteString("model"u8, model);
        writer.WriteStartArray("items"u8);
        foreach (var item in items)
            WriteItem(writer, item);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, RecordedItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, item.Type);
        WriteText(writer, "name", item.Name);
        WriteText(writer, "call_id", item.CallId);
        WriteText(writer, "output", item.Output);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
