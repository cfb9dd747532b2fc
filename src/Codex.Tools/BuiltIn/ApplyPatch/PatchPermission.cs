using Codex.Execution.Patching;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.ApplyPatch;

/// <summary>Whether a patch may be applied, and where it may write while it is (0.136: core/src/safety.rs).</summary>
internal sealed class PatchPermission : IPatchPathPolicy
{
    private const string OutsideProject = "writing outside of the project; rejected by user approval settings";
    private const string ReadOnlySandbox = "writing is blocked by read-only sandbox; rejected by user approval settings";

    private readonly FileSystemAccess _access;

    private PatchPermission(FileSystemAccess access) => _access = access;

    /// <summary>Whether nobody need be asked.</summary>
    public bool IsGranted { get; private init; }

    /// <summary>Why it is refused without asking; null when it is not.</summary>
    public string? Refusal { get; private init; }

    /// <inheritdoc/>
    public bool AllowsWrite(string realPath)
    {
        if (_access.CanWrite(realPath))
            return true;
        // A root may be spelled through a link; its files are then asked for under that spelling.
        foreach (var root in _access.WritableRoots())
        {
            if (SymbolicLinks.Canonicalize(root.Root) is { } real
                && AbsolutePaths.Relative(realPath, real) is { } below
                && _access.CanWrite(Path.Join(root.Root, below)))
                return true;
        }

        return false;
    }

    internal static PatchPermission Assess(VerifiedPatch patch, TurnSettings settings)
    {
        var context = new PathContext(settings.WorkingDirectory, settings.Host.GetVariable("TMPDIR"));
        var access = settings.PermissionProfile.WithWorkspaceRoots(settings.WorkspaceRoots).AccessIn(context);
        var policy = settings.ApprovalPolicy;
        if (patch.Changes.IsEmpty)
            return new PatchPermission(access) { Refusal = "empty patch" };
        if (policy == AskForApproval.UnlessTrusted)
            return new PatchPermission(access);
        if (policy == AskForApproval.OnFailure || patch.TargetPaths.All(access.CanWrite))
            return new PatchPermission(access) { IsGranted = true };
        return new PatchPermission(access) { Refusal = MayAsk(policy) ? null : RefusalFor(settings.PermissionProfile, access) };
    }

    private static bool MayAsk(AskForApproval policy) =>
        policy != AskForApproval.Never && policy.Granular is not { SandboxApproval: false };

    private static string RefusalFor(PermissionProfile profile, FileSystemAccess access) =>
        profile is PermissionProfile.Managed && !access.HasFullDiskWrite && access.WritableRoots().Count == 0
            ? ReadOnlySandbox
            : OutsideProject;
}
