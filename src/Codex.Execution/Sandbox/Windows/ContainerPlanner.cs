using System.Security.Cryptography;
using System.Text;
using Codex.Configuration.Ignoring;
using Codex.Execution.Reading;
using Codex.Execution.Sandbox.Planning;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Windows;

/// <summary>
/// Turns permissions that hide something into a container. It opens less than they do: of a disk that may be read as a whole only
/// the system's files and the workspace, because a grant for everything would have to change the access list of every file.
/// </summary>
internal static class ContainerPlanner
{
    // The internet, as a client and as a server, and the networks of home and work.
    private static readonly string[] s_network = ["S-1-15-3-1", "S-1-15-3-2", "S-1-15-3-3"];

    /// <summary>Whether a restricted token does not do: something is not to be read.</summary>
    public static bool IsNeeded(PermissionProfile profile, PathContext context) =>
        !profile.AccessIn(context).HasFullDiskRead || !IgnoredFiles.For(profile, context).IsEmpty;

    /// <summary>Makes the plan for one command; changes nothing.</summary>
    /// <param name="request">The command.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="concealed">Files that no command may read.</param>
    /// <exception cref="SandboxException">The permissions cannot be enforced.</exception>
    public static ContainerPlan Plan(SandboxRequest request, PathContext context, IReadOnlyList<string> concealed)
    {
        var access = request.Profile.AccessIn(context);
        if (access.HasFullDiskWrite)
            throw new SandboxException("a program that may write everywhere cannot be put into a container");
        var ignored = Scan(request.Profile, context);
        var writable = access.WritableRoots().Where(static root => Directory.Exists(root.Root)).ToList();
        var hidden = Hidden(request.Profile, access, ignored, concealed);
        var hasNetwork = request.Profile.Network().IsEnabled;
        var plan = new ContainerPlan(
            "",
            hasNetwork ? s_network : [],
            Sorted(Readable(access, context)),
            Sorted(writable.Select(static root => root.Root)),
            Sorted([.. writable.SelectMany(Protected), .. ignored.Rules.Where(rule => writable.Any(root => AbsolutePaths.IsWithin(rule, root.Root)))]),
            hidden,
            OfflineEnvironment.Apply(request.Environment, hasNetwork));
        return plan with { Name = NameOf(plan) };
    }

    private static IEnumerable<string> Readable(FileSystemAccess access, PathContext context) =>
        access.ReadableRoots().Select(root => Path.GetPathRoot(root) == root ? context.WorkingDirectory : root).Where(Directory.Exists);

    private static IEnumerable<string> Protected(WritableRoot root) =>
        ((IEnumerable<string>)[.. root.ReadOnlySubpaths, .. root.ProtectedNames.Select(name => Path.Join(root.Root, name))]).Where(Path.Exists);

    private static string[] Hidden(PermissionProfile profile, FileSystemAccess access, IgnoredPaths ignored, IReadOnlyList<string> concealed)
    {
        var hidden = new SortedSet<string>([.. access.UnreadableRoots(), .. ignored.Hidden, .. concealed], StringComparer.Ordinal);
        foreach (var pattern in access.UnreadableGlobs())
            GlobExpansion.AddMatches(hidden, pattern, profile.FileSystem().GlobScanMaxDepth);
        return [.. hidden.Where(Path.Exists)];
    }

    private static IgnoredPaths Scan(PermissionProfile profile, PathContext context)
    {
        try
        {
            return IgnoredFiles.For(profile, context).Scan();
        }
        catch (IOException error)
        {
            throw new SandboxException(error.Message, error);
        }
    }

    private static string[] Sorted(IEnumerable<string> paths) =>
        [.. new SortedSet<string>(paths.Select(static path => SymbolicLinks.Canonicalize(path) ?? path), StringComparer.Ordinal)];

    private static string NameOf(ContainerPlan plan)
    {
        var all = string.Join('\0', (IEnumerable<string>)["r", .. plan.Readable, "w", .. plan.Writable, "u", .. plan.Unwritable, "h", .. plan.Hidden]);
        return $"codex.sandbox.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)).AsSpan(0, 16))}";
    }
}
