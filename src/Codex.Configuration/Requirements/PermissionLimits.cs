using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>Compares permission profiles with what is allowed.</summary>
internal static class PermissionLimits
{
    /// <summary>Why a profile is not allowed, or null when it is.</summary>
    public static string? Refusal(ConfigRequirements requirements, PermissionProfile profile, string workingDirectory)
    {
        var mode = ModeOf(profile, workingDirectory);
        if (requirements.AllowedSandboxModes is { } allowed && !allowed.Value.Contains(mode))
            return RequirementText.Refusal("sandbox_mode", mode.ToString(), RequirementText.List(allowed.Value), allowed.Source);
        var deniesReads = requirements.Permissions is { Value.DenyRead.Count: > 0 };
        return deniesReads && mode is SandboxModeRequirement.DangerFullAccess or SandboxModeRequirement.ExternalSandbox
            ? RequirementText.Refusal("sandbox_mode", mode.ToString(), "[read-only, workspace-write]", requirements.Permissions!.Source)
            : null;
    }

    /// <summary>The kind of sandbox that a profile is.</summary>
    public static SandboxModeRequirement ModeOf(PermissionProfile profile, string workingDirectory)
    {
        if (profile is not PermissionProfile.Managed)
            return profile is PermissionProfile.Disabled ? SandboxModeRequirement.DangerFullAccess : SandboxModeRequirement.ExternalSandbox;
        if (profile.AccessIn(new PathContext(workingDirectory, TemporaryDirectory: null)).HasFullDiskWrite)
            return SandboxModeRequirement.DangerFullAccess;
        return profile.FileSystem().Entries.Any(static entry => entry.Access.CanWrite) ? SandboxModeRequirement.WorkspaceWrite : SandboxModeRequirement.ReadOnly;
    }

    /// <summary>A replacement for a profile hides what the profile hid.</summary>
    public static PermissionProfile KeepDenials(PermissionProfile replacement, PermissionProfile original)
    {
        var denials = original.FileSystem().Entries.Where(static entry => entry.Access == FileSystemAccessMode.Deny);
        return Add(replacement, denials, original.FileSystem().GlobScanMaxDepth);
    }

    /// <summary>The profile with paths and patterns that are never read.</summary>
    public static PermissionProfile Deny(PermissionProfile profile, IReadOnlyList<string> patterns) => Add(
        profile,
        patterns.Select(static pattern => new FileSystemSandboxEntry(
            pattern.AsSpan().ContainsAny('*', '?', '[') ? new FileSystemPath.Glob(pattern) : new FileSystemPath.Absolute(pattern),
            FileSystemAccessMode.Deny)),
        globScanMaxDepth: null);

    private static PermissionProfile Add(PermissionProfile profile, IEnumerable<FileSystemSandboxEntry> entries, int? globScanMaxDepth)
    {
        if (profile is not PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted restricted } managed)
            return profile;
        return managed with
        {
            FileSystem = restricted with
            {
                Entries = [.. restricted.Entries.Union(entries)],
                GlobScanMaxDepth = restricted.GlobScanMaxDepth ?? globScanMaxDepth,
            },
        };
    }
}
