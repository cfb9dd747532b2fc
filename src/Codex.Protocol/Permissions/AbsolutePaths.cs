namespace Codex.Protocol.Permissions;

/// <summary>Lexical work on absolute paths: no part of it looks at the file system.</summary>
public static class AbsolutePaths
{
    private const int DevicePrefixLength = 4;
    private const string SharePrefix = @"UNC\";

    /// <summary>The path without <c>.</c>, <c>..</c> and a trailing separator; null when it is not absolute.</summary>
    public static string? Normalize(string path)
    {
        var plain = Plain(path);
        return Path.IsPathFullyQualified(plain) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(plain)) : null;
    }

    /// <summary>The normal form of a path that may be relative to <paramref name="baseDirectory"/>.</summary>
    public static string Resolve(string path, string baseDirectory) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(Plain(path), Plain(baseDirectory)));

    /// <summary>
    /// A Windows path without the prefix that turns its interpretation off (<c>\\?\</c>) or names the devices (<c>\\.\</c>), when
    /// what follows is a drive or a share: such paths mean the same without it (<c>codex-rs/utils/absolute-path</c>).
    /// </summary>
    public static string WithoutDevicePrefix(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith(@"\\?\", StringComparison.Ordinal) && !path.StartsWith(@"\\.\", StringComparison.Ordinal))
            return path;
        var rest = path.AsSpan(DevicePrefixLength);
        if (rest.StartsWith(SharePrefix, StringComparison.Ordinal))
            return string.Concat(@"\\", rest[SharePrefix.Length..]);
        return rest is [var drive, ':', '\\' or '/', ..] && char.IsAsciiLetter(drive) ? rest.ToString() : path;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or below it; both in normal form.</summary>
    public static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal)
        && (path.Length == root.Length
            || Path.EndsInDirectorySeparator(root)
            || path[root.Length] == Path.DirectorySeparatorChar);

    /// <summary>The part of <paramref name="path"/> below <paramref name="root"/>; empty for the root itself, null when it is elsewhere.</summary>
    public static string? Relative(string path, string root) => !IsWithin(path, root)
        ? null
        : path.Length == root.Length
            ? string.Empty
            : path[(Path.EndsInDirectorySeparator(root) ? root.Length : root.Length + 1)..];

    /// <summary>How many components a path in normal form has, the root counted as one.</summary>
    public static int Depth(string path)
    {
        var depth = 1;
        var root = Path.GetPathRoot(path)?.Length ?? 0;
        for (var index = root; index < path.Length; index++)
        {
            depth += index == root || path[index] == Path.DirectorySeparatorChar ? 1 : 0;
        }

        return depth;
    }

    // Elsewhere a backslash is a letter like any other.
    private static string Plain(string path) => OperatingSystem.IsWindows() ? WithoutDevicePrefix(path) : path;
}
