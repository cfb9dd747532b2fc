using System.Text.Json;

namespace Codex.AppServer.Protocol.Contract.Schemas;

/// <summary>Parts of schemas that are written in many places.</summary>
internal static class SchemaWriting
{
    /// <summary>Writes an object.</summary>
    public static void WriteObject(this Utf8JsonWriter writer, Action write)
    {
        writer.WriteStartObject();
        write();
        writer.WriteEndObject();
    }

    /// <summary>Writes an array behind a key.</summary>
    public static void WriteList(this Utf8JsonWriter writer, string name, Action write)
    {
        writer.WriteStartArray(name);
        write();
        writer.WriteEndArray();
    }

    /// <summary>Writes what something means; nothing when that is not said.</summary>
    public static void WriteDescription(this Utf8JsonWriter writer, string? doc)
    {
        if (doc is not null)
            writer.WriteString("description", doc);
    }
}
