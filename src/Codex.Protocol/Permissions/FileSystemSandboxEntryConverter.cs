using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemSandboxEntry"/>.</summary>
public sealed class FileSystemSandboxEntryConverter : TaggedConverter<FileSystemSandboxEntry>
{
    internal static FileSystemSandboxEntry From(JsonElement element)
    {
        var access = element.RequiredText("access");
        return new(
            FileSystemPathConverter.From(element.Required("path")),
            FileSystemAccessMode.Find(access) ?? throw JsonElementReading.UnknownVariant(access));
    }

    internal static void To(Utf8JsonWriter writer, FileSystemSandboxEntry value)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("path"u8);
        FileSystemPathConverter.To(writer, value.Path);
        writer.WriteString("access"u8, value.Access.Value);
        writer.WriteEndObject();
    }

    internal static void ListTo(Utf8JsonWriter writer, IReadOnlyList<FileSystemSandboxEntry> entries)
    {
        writer.WriteStartArray("entries"u8);
        foreach (var entry in entries)
        {
            To(writer, entry);
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    protected override FileSystemSandboxEntry Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, FileSystemSandboxEntry value) => To(writer, value);
}
