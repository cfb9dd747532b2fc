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

    private PatchPermission(FileSystemAccess access, ReadableFiles readable)
    {
        _access = access;
        Readable = readable;
    }

    /// <summary>Whether nobody need be asked.</summary>
    public bool IsGranted { get; private init; }

    /// <summary>Why it is refused without asking; null when it is not.</summary>
    public string? Refusal { get; private init; }

    /// <summary>What may be read.</summary>
    public ReadableFiles Readable { get; }

    /// <inheritdoc/>
    public bool AllowsWrite(string realPath)
    {
        if (Readable.Ignored.Denies(realPath))
            return false;
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

    internal static PatchPermission Assess(VerifiedPatch patch, TurnSettings settings, ReadableFiles readable)
    {
        var context = new PathContext(settings.WorkingDirectory, settings.Host.GetVariable("TMPDIR"));
        var access = settings.PermissionProfile.AccessIn(context);
        IReadOnlyCollection<string> targets = patch.Changes.IsEmpty ? [] : patch.TargetPaths;
        if (settings.PermissionProfile is PermissionProfile.Managed && targets.Any(readable.Ignored.IsRule))
            return new PatchPermission(access, readable) { Refusal = RulesAreTheUsers };
        return PatchPolicy.Evaluate(targets, settings.PermissionProfile, settings.ApprovalPolicy, context) switch
        {
            PatchVerdict.Rejected rejected => new PatchPermission(access, readable) { Refusal = rejected.Reason },
            PatchVerdict.Apply => new PatchPermission(access, readable) { IsGranted = true },
            _ => new PatchPermission(access, readable),
        };
    }
}
