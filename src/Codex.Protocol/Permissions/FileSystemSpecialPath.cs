using System.Text.Json.Serialization;

namespace Codex.Protocol.Permissions;

/// <summary>A place that is named, not spelled: its path depends on the host and the workspace (<c>protocol/src/permissions.rs</c>).</summary>
[JsonConverter(typeof(FileSystemSpecialPathConverter))]
public sealed record FileSystemSpecialPath
{
    private FileSystemSpecialPath(string kind) => Kind = kind;

    /// <summary>The whole file system.</summary>
    public static FileSystemSpecialPath Root { get; } = new("root");

    /// <summary>What programs need to start: system directories.</summary>
    public static FileSystemSpecialPath Minimal { get; } = new("minimal");

    /// <summary>The directory that <c>TMPDIR</c> names, when it is set.</summary>
    public static FileSystemSpecialPath Tmpdir { get; } = new("tmpdir");

    /// <summary><c>/tmp</c>, when it exists.</summary>
    public static FileSystemSpecialPath SlashTmp { get; } = new("slash_tmp");

    /// <summary>The wire word of the variant.</summary>
    public string Kind { get; }

    /// <summary>The token as it was written; only for a place this version does not know.</summary>
    public string? Path { get; private init; }

    /// <summary>A path below the place; only for workspace roots and unknown places.</summary>
    public string? Subpath { get; private init; }

    /// <summary>Every workspace root, or a path below each.</summary>
    public static FileSystemSpecialPath ProjectRoots(string? subpath) => new("project_roots") { Subpath = subpath };

    /// <summary>A place that a newer version named; kept, and grants nothing.</summary>
    public static FileSystemSpecialPath Unknown(string path, string? subpath) => new("unknown") { Path = path, Subpath = subpath };

    /// <summary>Whether this is <see cref="ProjectRoots"/>, with or without a path below.</summary>
    public bool IsProjectRoots => Kind == "project_roots";

    /// <summary>Whether this is <see cref="Unknown"/>.</summary>
    public bool IsUnknown => Kind == "unknown";
}
