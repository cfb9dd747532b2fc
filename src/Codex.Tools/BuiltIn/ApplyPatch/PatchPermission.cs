using System.Collections.Immutable;
using Codex.Execution.Patching;
using Codex.Execution.Policy;
using Codex.Execution.Reading;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.ApplyPatch;

/// <summary>Whether a patch may be applied, and where it may write while it is (0.136: core/src/safety.rs).</summary>
internal sealed class PatchPermission : IPatchPathPolicy
{
    private const string RulesAreTheUsers = "files that say what agents leave alone are the user's to change";

    private readonly FileSystemAccess _access;
    private readonly IReadOnlySet<string> _approved;

    private PatchPermission(FileSystemAccess access, ReadableFiles readable, IReadOnlySet<string>? approved = null)
    {
        _access = access;
        Readable = readable;
        _approved = approved ?? ImmutableHashSet<string>.Empty;
    }

    /// <summary>Whether nobody need be asked.</summary>
    public bool IsGranted { get; private init; }

    /// <summary>Why it is refused without asking; null when it is not.</summary>
    public string? Refusal { get; private init; }

    /// <summary>What the user has to know about the patch beyond its paths; null when there is nothing.</summary>
    public string? Reason { get; private init; }

    /// <summary>What may be read.</summary>
    public ReadableFiles Readable { get; }

    /// <inheritdoc/>
    public bool AllowsWrite(string realPath)
    {
        if (Readable.Ignored.Denies(realPath))
            return false;
        if (_access.CanWrite(realPath) || _approved.Contains(realPath))
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

    /// <summary>The permission once somebody has approved the patch: its files as they are now, whatever their links lead to later.</summary>
    internal PatchPermission Approve(VerifiedPatch patch) => new(_access, Readable, PatchTargets.RealPathsOf(patch)) { IsGranted = true };

    /// <summary>Looks at a patch.</summary>
    /// <param name="patch">The patch.</param>
    /// <param name="settings">The turn.</param>
    /// <param name="granted">What was granted beyond the sandbox; null when nothing was.</param>
    /// <param name="readable">What may be read.</param>
    internal static PatchPermission Assess(VerifiedPatch patch, TurnSettings settings, AdditionalPermissionProfile? granted, ReadableFiles readable)
    {
        var profile = granted is null ? settings.PermissionProfile : settings.PermissionProfile.With(granted);
        var permission = new PatchPermission(profile.AccessIn(settings.Paths), readable);
        IReadOnlyCollection<string> targets = patch.Changes.IsEmpty ? [] : patch.TargetPaths;
        if (settings.PermissionProfile is PermissionProfile.Managed && targets.Any(readable.Ignored.IsRule))
            return permission.Refuse(RulesAreTheUsers);
        return PatchPolicy.Evaluate(targets, profile, settings.ApprovalPolicy, settings.Paths) switch
        {
            PatchVerdict.Rejected rejected => permission.Refuse(rejected.Reason),
            PatchVerdict.Prompt when !WasGranted(targets, granted, settings) => permission.Ask(patch),
            _ when !MayAsk(settings.ApprovalPolicy) || permission.LinkOutOf(patch) is null => new PatchPermission(permission._access, readable) { IsGranted = true },
            _ => permission.Ask(patch),
        };
    }

    private PatchPermission Refuse(string reason) => new(_access, Readable) { Refusal = reason };

    private PatchPermission Ask(VerifiedPatch patch) => new(_access, Readable) { Reason = LinkOutOf(patch) };

    // Whoever granted a place is not asked about every patch there, whatever the policy; other places go by the policy.
    private static bool WasGranted(IReadOnlyCollection<string> targets, AdditionalPermissionProfile? granted, TurnSettings settings)
    {
        if (granted?.FileSystem is not { } files)
            return false;
        var access = new FileSystemAccess(FileSystemSandboxPolicy.Restricted(files.Entries), settings.Paths);
        return targets.All(access.CanWrite);
    }

    private static bool MayAsk(AskForApproval policy) => policy != AskForApproval.Never && policy.Granular is not { SandboxApproval: false };

    // A path that may be written, but leads to a place that may not.
    private string? LinkOutOf(VerifiedPatch patch) =>
        patch.TargetPaths.All(_access.CanWrite) && PatchTargets.RealPathsOf(patch).FirstOrDefault(path => !AllowsWrite(path)) is { } real
            ? $"A link leads the patch to {real}."
            : null;
}
