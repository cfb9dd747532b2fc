using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemSandboxPolicy"/>.</summary>
public sealed class FileSystemSandboxPolicyConverter : TaggedConverter<FileSystemSandboxPolicy>
{
    /// <inheritdoc/>
    protected override FileSystemSandboxPolicy Parse(JsonElement element)
    {
        var kind = element.RequiredText("kind");
        return new(
            FileSystemSandboxKind.Find(kind) ?? throw JsonElementReading.UnknownVariant(kind),
            element.Optional("entries")?.List(FileSystemSandboxEntryConverter.From) ?? [])
        {
            GlobScanMaxDepth = element.OptionalCount("glob_scan_max_depth"),
        };
    }

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, FileSystemSandboxPolicy value)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, value.Kind.Value);
        if (value.GlobScanMaxDepth is { } depth)
        {
            writer.WriteNumber("glob_scan_max_depth"u8, depth);
        }

        if (value.Entries.Count > 0)
        {
            FileSystemSandboxEntryConverter.ListTo(writer, value.Entries);
        }

        writer.WriteEndObject();
    }
}
