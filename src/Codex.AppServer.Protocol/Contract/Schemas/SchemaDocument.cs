using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Codex.AppServer.Protocol.Contract.Model;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>Writes whole documents.</summary>
/// <param name="contract">What names mean.</param>
/// <param name="experimental">Whether experimental parts are written.</param>
internal sealed class SchemaDocument(ProtocolContract contract, bool experimental)
{
    private const string Definitions = "definitions";

    /// <summary>Where documents keep what they refer to.</summary>
    public const string Prefix = "#/definitions/";

    private static readonly JsonWriterOptions s_options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document of one type, with all that it refers to.</summary>
    /// <param name="root">The type.</param>
    /// <param name="definitions">What it refers to.</param>
    public byte[] ForType(SchemaEntry root, IEnumerable<ContractType> definitions) => Write(writer =>
    {
        var renderer = new SchemaRenderer(contract, writer, static type => Prefix + type.SchemaName, experimental);
        WriteContent(writer, renderer, root);
        var sorted = definitions.OrderBy(static type => type.SchemaName, StringComparer.Ordinal).ToArray();
        if (sorted.Length == 0)
            return;
        writer.WriteStartObject(Definitions);
        foreach (var type in sorted)
            WriteEntry(writer, renderer, SchemaEntry.Definition(type));
        writer.WriteEndObject();
    });

    /// <summary>A document of many types.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="entries">The types.</param>
    /// <param name="inner">Types that stand one level deeper, under the name of their version.</param>
    public byte[] ForAll(string title, IReadOnlyDictionary<string, SchemaEntry> entries, IReadOnlyDictionary<string, SchemaEntry> inner) => Write(writer =>
    {
        var renderer = new SchemaRenderer(
            contract, writer, type => (inner.ContainsKey(type.SchemaName) ? $"{Prefix}{SchemaRoot.V2}/" : Prefix) + type.SchemaName, experimental);
        WriteHead(writer, title);
        writer.WriteString("type", "object");
        writer.WriteStartObject(Definitions);
        WriteEntries(writer, renderer, entries);
        if (inner.Count > 0)
        {
            writer.WriteStartObject(SchemaRoot.V2);
            WriteEntries(writer, renderer, inner);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });

    private static void WriteEntries(Utf8JsonWriter writer, SchemaRenderer renderer, IReadOnlyDictionary<string, SchemaEntry> entries)
    {
        foreach (var name in entries.Keys.Order(StringComparer.Ordinal))
            WriteEntry(writer, renderer, entries[name]);
    }

    private static void WriteEntry(Utf8JsonWriter writer, SchemaRenderer renderer, SchemaEntry entry)
    {
        writer.WriteStartObject(entry.Type.SchemaName);
        WriteContent(writer, renderer, entry);
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, SchemaRenderer renderer, SchemaEntry entry)
    {
        if (entry.IsRoot)
            WriteHead(writer, entry.Type.SchemaName);
        renderer.WriteType(entry.Type, entry.Owner);
    }

    private static void WriteHead(Utf8JsonWriter writer, string title)
    {
        writer.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
        writer.WriteString("title", title);
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, s_options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
