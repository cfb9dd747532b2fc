using Codex.Configuration.Ignoring;
using Codex.Execution.Reading;
using Codex.Execution.Sandbox.Seccomp;
using Codex.Platform.Linux;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Planning;

/// <summary>
/// Turns a profile into the file-system view that enforces it. Looks at the host, changes nothing
/// (<c>linux-sandbox/src/bwrap.rs</c>).
/// </summary>
public static class SandboxPlanner
{
    /// <summary>Whether a profile needs a sandbox at all.</summary>
    public static bool NeedsSandbox(PermissionProfile profile, PathContext context)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile is PermissionProfile.Managed managed
            && (!managed.Network.IsEnabled || !managed.AccessIn(context).HasFullDiskWrite || !IgnoredFiles.For([], context, new()).IsEmpty);
    }

    /// <summary>Makes the plan for one command.</summary>
    /// <param name="profile">The permissions.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="workingDirectory">Where the command starts; absolute.</param>
    /// <param name="options">What holds for every command.</param>
    /// <exception cref="SandboxException">Something that must be protected cannot be, because a link in a writable place leads to it.</exception>
    public static SandboxPlan Plan(PermissionProfile profile, PathContext context, string workingDirectory, SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        var policy = profile.FileSystem();
        var access = new FileSystemAccess(policy, context);
        var writesEverything = access.HasFullDiskWrite;
        var grantedRoots = access.WritableRoots();
        var ignored = Scan(IgnoredFiles.For(grantedRoots, context, access.Links), workingDirectory);
        var writableRoots = ExistingRoots(grantedRoots, ignored, access.Links);
        var readableRoots = ReadableRoots(access);
        AddExisting(readableRoots, options.SharedFiles);
        var readsEverything = access.HasFullDiskRead || readableRoots.Contains("/");
        var unreadable = UnreadablePaths(access, policy.GlobScanMaxDepth);
        var mounts = new SandboxMountBuilder(writableRoots, unreadable, ignored, access.Links);
        if (writesEverything)
        {
            mounts.AddWritableHost();
        }
        else
        {
            mounts.Build(readsEverything, readableRoots);
        }

        var sockets = Sockets(profile, options, writesEverything || writableRoots.Count > 0);
        var concealed = Block([.. ignored.Hidden, .. options.ConcealedFiles]);
        var blockedSockets = Block(sockets == SocketAccess.PrivateNetwork ? LocalSockets.BoundPaths() : []);
        return new SandboxPlan
        {
            Mounts = mounts.Mounts,
            MissingMountPoints = mounts.MissingMountPoints,
            Sockets = sockets,
            BlockedSockets = blockedSockets,
            CoversFleetingSockets = blockedSockets.Exists(socket =>
                !writesEverything && !writableRoots.Exists(root => AbsolutePaths.IsWithin(socket, root.Root)) && IsPublic(Path.GetDirectoryName(socket)!)),
            ReadsEverything = access.HasFullDiskRead,
            WritesEverything = writesEverything,
            ReadableRoots = [.. readableRoots],
            WritableRoots = writableRoots,
            UnreadablePaths = unreadable,
            KernelPaths = [.. KernelPaths.Existing()],
            HiddenPaths = [.. unreadable, .. concealed],
            RulePaths = ignored.Rules,
            WorkingDirectory = access.Links.Canonicalize(workingDirectory) ?? workingDirectory,
        };

        List<string> Block(IReadOnlyList<string> paths)
        {
            var blocked = new List<string>();
            foreach (var path in paths)
            {
                // By its real name: a link that is exchanged later leads to the same covered file.
                if (access.Links.Canonicalize(path) is { } target && IsVisible(target) && !IsWithinAny(target, unreadable))
                {
                    mounts.Block(target);
                    blocked.Add(target);
                }
            }

            return blocked;
        }

        bool IsVisible(string path) => writesEverything || readsEverything || IsWithinAny(path, readableRoots)
            || writableRoots.Exists(root => AbsolutePaths.IsWithin(path, root.Root));
    }

    /// <summary>Where nothing can be written nothing is built either, and the sockets stay closed.</summary>
    private static SocketAccess Sockets(PermissionProfile profile, SandboxOptions options, bool writesSomething) =>
        options.ProxiesNetwork ? options.AllowsLocalSockets ? SocketAccess.PrivateNetwork : SocketAccess.PrivateInternet
        : profile.Network().IsEnabled ? SocketAccess.Any
        : options.AllowsLocalSockets && writesSomething ? SocketAccess.PrivateNetwork
        : SocketAccess.Pairs;

    private static bool IsPublic(string directory)
    {
        try
        {
            return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(directory) & UnixFileMode.OtherWrite) != 0;
        }
        catch (IOException)
        {
            // It has gone with its socket: nothing is more fleeting.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IgnoredPaths Scan(AgentsIgnore ignored, string workingDirectory)
    {
        try
        {
            var paths = ignored.Scan();
            return ignored.IsEmpty || !IsWithinAny(SymbolicLinks.Canonicalize(workingDirectory) ?? workingDirectory, paths.Hidden)
                ? paths
                : throw new SandboxException($"{AgentsIgnore.FileName} keeps commands out of the working directory {workingDirectory}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException(error.Message, error);
        }
    }

    private static List<WritableRoot> ExistingRoots(IReadOnlyList<WritableRoot> roots, IgnoredPaths ignored, LinkView links)
    {
        // A root that does not exist is skipped: the same configuration may serve several machines.
        var existing = new List<WritableRoot>(roots.Count);
        foreach (var root in roots)
        {
            if (links.IsReachable(root.Root))
            {
                existing.Add(WithRules(root, ignored.Rules));
            }
        }

        return existing;
    }

    private static WritableRoot WithRules(WritableRoot root, IReadOnlyList<string> rules)
    {
        if (rules.Count == 0)
        {
            return root;
        }

        var target = SymbolicLinks.Canonicalize(root.Root) ?? root.Root;
        return root with { ReadOnlySubpaths = [.. root.ReadOnlySubpaths, .. rules.Where(rule => AbsolutePaths.IsWithin(rule, target))] };
    }

    private static SortedSet<string> ReadableRoots(FileSystemAccess access)
    {
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        AddExisting(roots, access.ReadableRoots());
        if (access.IncludesPlatformDefaults)
        {
            AddExisting(roots, PlatformReadRoots.Linux);
        }

        return roots;
    }

    private static void AddExisting(SortedSet<string> roots, IReadOnlyList<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (Path.Exists(candidate))
            {
                roots.Add(candidate);
            }
        }
    }

    private static List<string> UnreadablePaths(FileSystemAccess access, int? maximumDepth)
    {
        var paths = new SortedSet<string>(access.UnreadableRoots(), StringComparer.Ordinal);
        foreach (var pattern in access.UnreadableGlobs())
        {
            GlobExpansion.AddMatches(paths, pattern, maximumDepth);
        }

        return [.. paths];
    }

    private static bool IsWithinAny(string path, IReadOnlyCollection<string> roots)
    {
        foreach (var root in roots)
        {
            if (AbsolutePaths.IsWithin(path, root))
            {
                return true;
            }
        }

        return false;
    }
}
