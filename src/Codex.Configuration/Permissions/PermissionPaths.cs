using Codex.Configuration.Reading;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Permissions;

/// <summary>The meaning of the keys of <c>[permissions.x.filesystem]</c> (<c>core/src/config/permissions.rs</c>).</summary>
internal sealed class PermissionPaths(string? homeDirectory, List<ConfigWarning> warnings)
{
    private const string Subtree = "/**";

    private readonly PathResolver _paths = new(Path.DirectorySeparatorChar.ToString(), homeDirectory);

    public static bool HasWildcard(string path) => path.AsSpan().ContainsAny("*?[]");

    /// <summary>A pattern that is no subtree, which only denying supports.</summary>
    public static bool IsPattern(string path) => HasWildcard(WithoutSubtree(path));

    /// <summary>A key with one access for everything below it.</summary>
    public FileSystemPath Whole(string path, FileSystemAccessMode access)
    {
        if (!HasWildcard(path))
            return Place(path);
        return access == FileSystemAccessMode.Deny ? new FileSystemPath.Glob(Absolute(path)) : Place(Plain(path, access));
    }

    /// <summary>A path below a key.</summary>
    public FileSystemPath Below(string path, string subpath, FileSystemAccessMode access)
    {
        var place = Named(path);
        if (HasWildcard(subpath) && access == FileSystemAccessMode.Deny && place is null or { IsProjectRoots: true })
        {
            Check(subpath);
            return new FileSystemPath.Glob(place is null ? AbsolutePaths.Resolve(subpath, Absolute(path)) : WorkspaceGlob.For(subpath));
        }

        var plain = Plain(subpath, access);
        return plain == "." ? Place(path) : BelowPlain(path, place, plain);
    }

    private static string WithoutSubtree(string path) => path.EndsWith(Subtree, StringComparison.Ordinal) ? path[..^Subtree.Length] : path;

    private static string Plain(string path, FileSystemAccessMode access)
    {
        if (!HasWildcard(path))
            return path;
        return !IsPattern(path) ? WithoutSubtree(path) : throw Fail(
            $"filesystem glob path `{path}` only supports `deny` access; use an exact path or trailing `/**` for `{access}` subtree access");
    }

    private static FileSystemSpecialPath? Named(string path) => path switch
    {
        ":root" => FileSystemSpecialPath.Root,
        ":minimal" => FileSystemSpecialPath.Minimal,
        ":workspace_roots" => FileSystemSpecialPath.ProjectRoots(null),
        ":tmpdir" => FileSystemSpecialPath.Tmpdir,
        _ => path.StartsWith(':') ? FileSystemSpecialPath.Unknown(path, subpath: null) : null,
    };

    private static void Check(string subpath)
    {
        var isDescendant = subpath.Length > 0 && !subpath.StartsWith('/') && subpath != "." && !subpath.StartsWith("./", StringComparison.Ordinal)
            && !subpath.Split('/').Contains("..");
        if (!isDescendant)
            throw Fail($"filesystem subpath `{subpath}` must be a descendant path without `.` or `..` components");
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Build, message);

    private FileSystemPath BelowPlain(string path, FileSystemSpecialPath? place, string subpath)
    {
        Check(subpath);
        if (place is null)
            return new FileSystemPath.Absolute(AbsolutePaths.Resolve(subpath, Absolute(path)));
        if (place.IsProjectRoots)
            return new FileSystemPath.Special(FileSystemSpecialPath.ProjectRoots(subpath));
        if (!place.IsUnknown)
            throw Fail($"filesystem path `{path}` does not support nested entries");
        Warn($"Configured filesystem path `{path}` with nested entry `{subpath}`");
        return new FileSystemPath.Special(FileSystemSpecialPath.Unknown(path, subpath));
    }

    private FileSystemPath Place(string path)
    {
        if (Named(path) is not { } place)
            return new FileSystemPath.Absolute(Absolute(path));
        if (place.IsUnknown)
            Warn($"Configured filesystem path `{path}`");
        return new FileSystemPath.Special(place);
    }

    /// <summary>Newer versions may know more places: one that we do not know grants nothing and is no error.</summary>
    private void Warn(string what) => warnings.Add(new ConfigWarning(
        what + " is not recognized by this version of Codex and will be ignored. Upgrade Codex if this path is required."));

    private string Absolute(string path) =>
        PathResolver.IsAbsolute(path) || path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? _paths.Resolve(path)
            : throw Fail($"filesystem path `{path}` must be absolute, use `~/...`, or start with `:`");
}
