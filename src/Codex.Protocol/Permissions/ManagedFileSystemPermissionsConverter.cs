using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="ManagedFileSystemPermissions"/>: an object with the tag <c>type</c>.</summary>
public sealed class ManagedFileSystemPermissionsConverter : TaggedConverter<ManagedFileSystemPermissions>
{
    internal static ManagedFileSystemPermissions From(JsonElement element) => element.RequiredText("type") switch
    {
        "restricted" => new ManagedFileSystemPermissions.Restricted(
            element.Required("entries").List(FileSystemSandboxEntryConverter.From))
        {
            GlobScanMaxDepth = element.OptionalCount("glob_scan_max_depth"),
        },
        "unrestricted" => new ManagedFileSystemPermissions.Unrestricted(),
        var other => throw JsonElementReading.UnknownVariant(other),
    };

    internal static void To(Utf8JsonWriter writer, ManagedFileSystemPermissions value)
    {
        writer.WriteStartObject();
        if (value is ManagedFileSystemPermissions.Restricted restricted)
        {
            writer.WriteString("type"u8, "restricted"u8);
            FileSystemSandboxEntryConverter.ListTo(writer, restricted.Entries);
            if (restricted.GlobScanMaxDepth is { } depth)
            {
                writer.WriteNumber("glob_scan_max_depth"u8, depth);
            }
        }
        else
        {
            writer.WriteString("type"u8, "unrestricted"u8);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override ManagedFileSystemPermissions Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, ManagedFileSystemPermissions value) => To(writer, value);
}
