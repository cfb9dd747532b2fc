using System.Diagnostics;
using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="FileSystemPath"/>: an object with the tag <c>type</c>.</summary>
public sealed class FileSystemPathConverter : TaggedConverter<FileSystemPath>
{
    internal static FileSystemPath From(JsonElement element) => element.RequiredText("type") switch
    {
        "path" => new FileSystemPath.Absolute(element.RequiredText("path")),
        "glob_pattern" => new FileSystemPath.Glob(element.RequiredText("pattern")),
        "special" => new FileSystemPath.Special(FileSystemSpecialPathConverter.From(element.Required("value"))),
        var other => throw JsonElementReading.UnknownVariant(other),
    };

    internal static void To(Utf8JsonWriter writer, FileSystemPath value)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case FileSystemPath.Absolute path:
                writer.WriteString("type"u8, "path"u8);
                writer.WriteString("path"u8, path.Path);
                break;
            case FileSystemPath.Glob glob:
                writer.WriteString("type"u8, "glob_pattern"u8);
                writer.WriteString("pattern"u8, glob.Pattern);
                break;
            case FileSystemPath.Special special:
                writer.WriteString("type"u8, "special"u8);
                writer.WritePropertyName("value"u8);
                FileSystemSpecialPathConverter.To(writer, special.Value);
                break;
            default:
                throw new UnreachableException();
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override FileSystemPath Parse(JsonElement element) => From(element);

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, FileSystemPath value) => To(writer, value);
}
