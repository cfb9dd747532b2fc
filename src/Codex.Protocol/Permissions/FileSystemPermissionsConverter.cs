using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>
/// The two wire forms of <see cref="FileSystemPermissions"/>: <c>{read?, write?}</c> when every entry is a plain path
/// that is read or written, <c>{entries, glob_scan_max_depth?}</c> otherwise. Both are read; a mixture is refused.
/// </summary>
public sealed class FileSystemPermissionsConverter : TaggedConverter<FileSystemPermissions>
{
    internal static FileSystemPermissions From(JsonElement element) => HasOnly(element, "read", "write")
        ? new([.. Roots(element, "read", FileSystemAccessMode.Read), .. Roots(element, "write", FileSystemAccessMode.Write)])
        : HasOnly(element, "entries", "glob_scan_max_depth")
            ? new(element.Optional("entries")?.List(FileSystemSandboxEntryConverter.From) ?? []) { GlobScanMaxDepth = element.OptionalCount("glob_scan_max_depth") }
            : throw new JsonException("data did not match any variant of file system permissions");

    internal static void To(Utf8JsonWriter writer, FileSystemPermissions value)
    {
        writer.WriteStartObject();
        if (IsPlain(value))
        {
            WriteRoots(writer, "read", value, FileSystemAccessMode.Read);
            WriteRoots(writer, "write", value, FileSystemAccessMode.Write);
        }
        else
        {
            WriteEntries(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override FileSystemPermissions Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, FileSystemPermissions value) => To(writer, value);

    private static bool HasOnly(JsonElement element, string first, string second)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != first && member.Name != second)
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<FileSystemSandboxEntry> Roots(JsonElement element, string name, FileSystemAccessMode access) =>
        element.Optional(name)?.List(path => FileSystemSandboxEntry.ForPath(path.Text(), access)) ?? [];

    private static bool IsPlain(FileSystemPermissions value)
    {
        foreach (var entry in value.Entries)
        {
            if (entry.Path is not FileSystemPath.Absolute || !entry.Access.CanRead)
            {
                return false;
            }
        }

        return value.GlobScanMaxDepth is null;
    }

    private static void WriteRoots(Utf8JsonWriter writer, string name, FileSystemPermissions value, FileSystemAccessMode access)
    {
        var started = false;
        foreach (var entry in value.Entries)
        {
            if (entry.Access != access)
            {
                continue;
            }

            if (!started)
            {
                writer.WriteStartArray(name);
                started = true;
            }

            writer.WriteStringValue(((FileSystemPath.Absolute)entry.Path).Path);
        }

        if (started)
        {
            writer.WriteEndArray();
        }
    }

    private static void WriteEntries(Utf8JsonWriter writer, FileSystemPermissions value)
    {
        if (value.Entries.Count > 0)
        {
            FileSystemSandboxEntryConverter.ListTo(writer, value.Entries);
        }

        if (value.GlobScanMaxDepth is { } depth)
        {
            writer.WriteNumber("glob_scan_max_depth"u8, depth);
        }
    }
}
