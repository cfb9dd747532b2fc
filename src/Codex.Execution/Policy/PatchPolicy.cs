using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>Decides whether a patch stays where the turn may write (<c>core/src/safety.rs</c>).</summary>
public static class PatchPolicy
{
    private const string OutsideProject = "writing outside of the project; rejected by user approval settings";
    private const string ReadOnly = "writing is blocked by read-only sandbox; rejected by user approval settings";
    private const string Empty = "empty patch";

    /// <summary>The verdict.</summary>
    /// <param name="paths">Every path that the patch writes or removes, the targets of moves included; absolute or relative to the working directory.</param>
    /// <param name="profile">What the turn may do.</param>
    /// <param name="policy">When the user is asked.</param>
    /// <param name="context">What named places stand for.</param>
    public static PatchVerdict Evaluate(IReadOnlyCollection<string> paths, PermissionProfile profile, AskForApproval policy, PathContext context)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(policy);
        if (paths.Count == 0)
        {
            return new PatchVerdict.Rejected(Empty);
        }

        if (policy == AskForApproval.UnlessTrusted)
        {
            return new PatchVerdict.Prompt();
        }

        var access = profile.AccessIn(context);
        if (AllWritable(paths, access))
        {
            return new PatchVerdict.Apply();
        }

        return policy == AskForApproval.Never || policy.Granular is { SandboxApproval: false }
            ? new PatchVerdict.Rejected(Reason(profile, access))
            : new PatchVerdict.Prompt();
    }

    private static bool AllWritable(IReadOnlyCollection<string> paths, FileSystemAccess access)
    {
        foreach (var path in paths)
        {
            if (!access.CanWrite(path))
            {
                return false;
            }
        }

        return true;
    }

    private static string Reason(PermissionProfile profile, FileSystemAccess access) =>
        profile is PermissionProfile.Managed && !access.HasFullDiskWrite && access.WritableRoots().Count == 0 ? ReadOnly : OutsideProject;
}
