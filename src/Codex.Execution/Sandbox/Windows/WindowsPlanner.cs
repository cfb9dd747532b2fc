using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Windows;

/// <summary>
/// Turns permissions into identities and access entries. A restricted token holds back writing only: permissions that hide something
/// from reading take a container (<c>windows-sandbox-rs/src/spawn_prep.rs</c>).
/// </summary>
internal static class WindowsPlanner
{
    /// <summary>Makes the plan for one command; changes nothing but the identities in the file.</summary>
    /// <param name="request">The command.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="capabilities">The identities.</param>
    /// <exception cref="SandboxException">The permissions cannot be enforced.</exception>
    public static WindowsPlan Plan(SandboxRequest request, PathContext context, CapabilityFile capabilities)
    {
        var access = request.Profile.AccessIn(context);
        if (ContainerPlanner.IsNeeded(request.Profile, context))
            throw new SandboxException("a restricted token cannot keep files from being read");
        if (access.HasFullDiskWrite)
            throw new SandboxException("a restricted token cannot close the network alone");
        var roots = Existing(access, context, capabilities);
        return new(
            roots.Count == 0 ? [capabilities.ReadOnlyIdentity] : [.. roots.Select(static root => root.Identity)],
            [.. roots.Select(static root => (root.Path, root.Identity))],
            Denied(roots),
            OfflineEnvironment.Apply(request.Environment, request.Profile.Network().IsEnabled));
    }

    private static List<(string Path, string Identity, WritableRoot Root)> Existing(FileSystemAccess access, PathContext context, CapabilityFile capabilities)
    {
        var roots = new List<(string, string, WritableRoot)>();
        foreach (var root in access.WritableRoots())
        {
            if ((SymbolicLinks.Canonicalize(root.Root) ?? root.Root) is var path && Directory.Exists(path))
                roots.Add((path, capabilities.IdentityFor(path, context.WorkingDirectory), root));
        }

        return roots;
    }

    private static List<(string Path, string Identity)> Denied(List<(string Path, string Identity, WritableRoot Root)> roots)
    {
        var denied = new List<(string, string)>();
        foreach (var (path, _, root) in roots)
        {
            foreach (var closed in (IEnumerable<string>)[.. root.ReadOnlySubpaths, .. root.ProtectedNames.Select(name => Path.Join(path, name))])
            {
                // By every identity of the token that reaches it: an outer root would open it otherwise.
                if (Path.Exists(closed))
                    denied.AddRange(roots.Where(other => AbsolutePaths.IsWithin(closed, other.Path)).Select(other => (closed, other.Identity)));
            }
        }

        return [.. denied.Distinct()];
    }
}
