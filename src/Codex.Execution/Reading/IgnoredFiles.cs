using Codex.Configuration.Ignoring;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Reading;

/// <summary>Which ignore files hold for a profile.</summary>
public static class IgnoredFiles
{
    private const string TemporaryDirectory = "/tmp";

    /// <summary>
    /// The rules of the working directory and of every writable root. Temporary directories have none: anybody could put them there.
    /// </summary>
    public static AgentsIgnore For(PermissionProfile profile, PathContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return For(profile is PermissionProfile.Managed managed ? managed.AccessIn(context).WritableRoots() : [], context, new());
    }

    internal static AgentsIgnore For(IReadOnlyList<WritableRoot> roots, PathContext context, LinkView links)
    {
        List<string> directories = [context.WorkingDirectory];
        foreach (var root in roots)
        {
            if (!IsTemporary(root.Root, context))
                directories.Add(root.Root);
        }

        return AgentsIgnore.Find(links, [.. directories]);
    }

    private static bool IsTemporary(string root, PathContext context) =>
        root is TemporaryDirectory || root == Path.GetPathRoot(root) || root == context.TemporaryDirectory?.TrimEnd(Path.DirectorySeparatorChar);
}
