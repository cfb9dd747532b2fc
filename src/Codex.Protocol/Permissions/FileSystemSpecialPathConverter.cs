using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemSpecialPath"/>: an object with the tag <c>kind</c>.</summary>
public sealed class FileSystemSpecialPathConverter : TaggedConverter<FileSystemSpecialPath>
{
    internal static FileSystemSpecialPath From(JsonElement element) => element.RequiredText("kind") switch
    {
        "root" => FileSystemSpecialPath.Root,
        "minimal" => FileSystemSpecialPath.Minimal,
        "project_roots" or "current_working_directory" => FileSystemSpecialPath.ProjectRoots(element.OptionalText("subpath")),
        "tmpdir" => FileSystemSpecialPath.Tmpdir,
        "slash_tmp" => FileSystemSpecialPath.SlashTmp,
        "unknown" => FileSystemSpecialPath.Unknown(element.RequiredText("path"), element.OptionalText("subpath")),
        var other => throw JsonElementReading.UnknownVariant(other),
    };

    internal static void To(Utf8JsonWriter writer, FileSystemSpecialPath value)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, value.Kind);
        if (value.Path is not null)
        {
            writer.WriteString("path"u8, value.Path);
        }

        if (value.Subpath is not null)
        {
            writer.WriteString("subpath"u8, value.Subpath);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override FileSystemSpecialPath Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, FileSystemSpecialPath value) => To(writer, value);
}
