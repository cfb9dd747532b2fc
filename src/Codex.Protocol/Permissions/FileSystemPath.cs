using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>What an entry is about (<c>protocol/src/permissions.rs</c>).</summary>
[JsonConverter(typeof(FileSystemPathConverter))]
public abstract record FileSystemPath
{
    private FileSystemPath()
    {
    }

    /// <summary>One absolute path and everything below it.</summary>
    /// <param name="Path">The absolute path.</param>
    public sealed record Absolute(string Path) : FileSystemPath;

    /// <summary>Every path that a git-style pattern matches; only for <see cref="FileSystemAccessMode.Deny"/>.</summary>
    /// <param name="Pattern">The pattern.</param>
    public sealed record Glob(string Pattern) : FileSystemPath;

    /// <summary>A named place.</summary>
    /// <param name="Value">The place.</param>
    public sealed record Special(FileSystemSpecialPath Value) : FileSystemPath;
}
