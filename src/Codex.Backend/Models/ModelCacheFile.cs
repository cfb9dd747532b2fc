using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;
using Codex.Formats.Json.Shapes;
using Codex.Platform.Files;

namespace Codex.Backend.Models;

/// <summary>The file <c>models_cache.json</c> (<c>codex-rs/models-manager/src/cache.rs</c>); written whole or not at all.</summary>
internal sealed class ModelCacheFile(string codexHome)
{
    private const long TicksPerMicrosecond = 10;
    private readonly string _path = Path.Combine(codexHome, "models_cache.json");

    /// <summary>What the file holds; null when there is none or it cannot be used.</summary>
    public ModelCacheEntry? Read()
    {
        try
        {
            return Read(File.ReadAllBytes(_path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces the file.</summary>
    /// <exception cref="IOException">The old file is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The old file is still there.</exception>
    public void Write(ModelCacheEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
            Write(json, entry);
        Directory.CreateDirectory(codexHome);
        FileReplacement.Write(_path, buffer.WrittenSpan, mode: null);
    }

    private static ModelCacheEntry? Read(byte[] content)
    {
        if (JsonShapeCheck.Verify(content, ModelCatalogShape.CreateCache()) is not null)
            return null;
        using var document = JsonDocument.Parse(content);
        var root = document.RootElement;
        return root.GetProperty("fetched_at").TryGetDateTimeOffset(out var fetchedAt)
            ? new ModelCacheEntry(fetchedAt, root.Member("etag")?.Text(), root.Member("client_version")?.Text(), ModelListReader.Read(root.GetProperty("models")))
            : null;
    }

    private static void Write(Utf8JsonWriter json, ModelCacheEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("fetched_at", Timestamp(entry.FetchedAt.UtcDateTime));
        if (entry.Etag is { } etag)
            json.WriteString("etag", etag);
        if (entry.ClientVersion is { } version)
            json.WriteString("client_version", version);
        ModelInfoWriter.WriteModels(json, entry.Models);
        json.WriteEndObject();
    }

    // Three, six or nine digits of the second, none when it is whole.
    private static string Timestamp(DateTime time) => time.ToString(
        (time.Ticks % TimeSpan.TicksPerSecond, time.Ticks % TimeSpan.TicksPerMillisecond, time.Ticks % TicksPerMicrosecond) switch
        {
            (0, _, _) => "yyyy-MM-dd'T'HH:mm:ss'Z'",
            (_, 0, _) => "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            (_, _, 0) => "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
            _ => "yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'",
        },
        CultureInfo.InvariantCulture);
}
