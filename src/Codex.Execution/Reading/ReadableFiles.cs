using Codex.Configuration.Environment;
using Codex.Configuration.Ignoring;
using Codex.Execution.Sandbox;
using Codex.Execution.Sandbox.Planning;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Reading;

/// <summary>
/// Reads files inside our own process within the permissions of a turn: what the sandbox hides from commands is hidden from tools,
/// too. Made anew for every tool call.
/// </summary>
public sealed class ReadableFiles
{
    private readonly FileSystemAccess? _access;
    private readonly IReadOnlyList<GlobPattern>? _patterns;

    /// <summary>Resolves the permissions.</summary>
    /// <param name="profile">What the turn may do.</param>
    /// <param name="context">What named places stand for.</param>
    public ReadableFiles(PermissionProfile profile, PathContext context)
    {
        Ignored = IgnoredFiles.For(profile, context);
        _access = profile is PermissionProfile.Managed managed && managed.AccessIn(context) is { HasFullDiskRead: false } access ? access : null;
        _patterns = Patterns(_access);
    }

    /// <summary>The ignore files that hold.</summary>
    public AgentsIgnore Ignored { get; }

    /// <summary>Whether a path may be read, by its spelling and by where its links lead.</summary>
    /// <param name="path">Absolute.</param>
    public bool Allows(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !Ignored.Denies(path) && (_access is null || (IsReadable(Path.GetFullPath(path)) && IsReadable(CanonicalPath.Resolve(path))));
    }

    /// <summary>A whole file.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or the system does not let us.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public byte[] ReadAllBytes(string path)
    {
        using var file = Open(path);
        using var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A whole file.</summary>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or the system does not let us.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<byte[]> ReadAllBytesAsync(string path, CancellationToken cancellationToken)
    {
        var file = Open(path);
        await using (file.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }

    private FileStream Open(string path)
    {
        if (!Allows(path))
            throw Denied(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // Looked at once it is open: a link exchanged in between changes nothing any more.
        if (!Ignored.Denies(file.SafeFileHandle, path))
            return file;
        file.Dispose();
        throw Denied(path);
    }

    private bool IsReadable(string path)
    {
        foreach (var pattern in _patterns ?? [])
        {
            if (pattern.Matches(path))
                return false;
        }

        return _patterns is not null && (_access!.CanRead(path) || (_access.IncludesPlatformDefaults && PlatformReadRoots.Linux.Any(root => AbsolutePaths.IsWithin(path, root))));
    }

    /// <summary>The patterns of hidden files; null when they cannot be used, which leaves nothing to be read.</summary>
    private static List<GlobPattern>? Patterns(FileSystemAccess? access)
    {
        try
        {
            return access is null ? [] : [.. access.UnreadableGlobs().Select(GlobPattern.Parse)];
        }
        catch (SandboxException)
        {
            return null;
        }
    }

    private static UnauthorizedAccessException Denied(string path) => new($"Access to the path '{path}' is denied.");
}
