using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>One line of a file-system policy: a place and what it grants or takes away.</summary>
/// <param name="Path">The place.</param>
/// <param name="Access">What is allowed there.</param>
[JsonConverter(typeof(FileSystemSandboxEntryConverter))]
public sealed record FileSystemSandboxEntry(FileSystemPath Path, FileSystemAccessMode Access)
{
    /// <summary>An entry for an absolute path.</summary>
    public static FileSystemSandboxEntry ForPath(string path, FileSystemAccessMode access) =>
        new(new FileSystemPath.Absolute(path), access);

    /// <summary>An entry for a named place.</summary>
    public static FileSystemSandboxEntry ForSpecial(FileSystemSpecialPath place, FileSystemAccessMode access) =>
        new(new FileSystemPath.Special(place), access);
}
