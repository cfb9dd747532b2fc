using System.Collections.Immutable;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Settings;

/// <summary>
/// The settings of a thread that may change between turns. Model and effort are those of the collaboration mode: it is
/// what changes when only one of them is asked for (<c>codex-rs/core/src/session/session.rs</c>).
/// </summary>
/// <param name="Options">Everything else, and the model and effort in effect.</param>
/// <param name="Mode">How user and agent work together.</param>
internal sealed record ThreadSettings(ThreadStartOptions Options, CollaborationMode Mode)
{
    /// <summary>The settings that a thread starts with.</summary>
    public static ThreadSettings From(ThreadStartOptions options) => new(
        options,
        new CollaborationMode(CollaborationMode.Default, new CollaborationSettings(options.Model.Slug, options.ReasoningEffort, null)));

    /// <summary>The settings as clients are told them.</summary>
    public ThreadSettingsSnapshot Snapshot => new()
    {
        Model = Mode.Settings.Model,
        ModelProviderId = Options.ModelProviderId,
        ServiceTier = Options.ServiceTier,
        ApprovalPolicy = Options.ApprovalPolicy,
        ApprovalsReviewer = Options.AutoReview.Reviewer,
        PermissionProfile = Options.PermissionProfile,
        WorkingDirectory = Options.WorkingDirectory,
        ReasoningEffort = Mode.Settings.ReasoningEffort,
        ReasoningSummary = Options.ReasoningSummary,
        Personality = Options.Personality,
        CollaborationMode = Mode,
    };

    /// <summary>The settings after a change.</summary>
    public ThreadSettings With(ThreadSettingsOverrides change)
    {
        var mode = change.CollaborationMode ?? Mode with
        {
            Settings = Mode.Settings with
            {
                Model = change.Model ?? Mode.Settings.Model,
                ReasoningEffort = change.ReasoningEffort is { } effort ? effort.Value : Mode.Settings.ReasoningEffort,
            },
        };
        var directory = change.WorkingDirectory ?? Options.WorkingDirectory;
        var options = Options with
        {
            Model = mode.Settings.Model == Options.Model.Slug ? Options.Model : Options.ResolveModel(mode.Settings.Model),
            ReasoningEffort = mode.Settings.ReasoningEffort,
            ReasoningSummary = change.ReasoningSummary ?? Options.ReasoningSummary,
            ServiceTier = change.ServiceTier is { } tier ? tier.Value ?? ServiceTiers.Standard : Options.ServiceTier,
            Personality = change.Personality ?? Options.Personality,
            ApprovalPolicy = change.ApprovalPolicy ?? Options.ApprovalPolicy,
            AutoReview = change.ApprovalsReviewer is { } reviewer ? Options.AutoReview with { Reviewer = reviewer } : Options.AutoReview,
            WorkingDirectory = directory,
            WorkspaceRoots = change.WorkspaceRoots ?? Moved(directory),
        };
        var moves = !options.EffectiveWorkspaceRoots.SequenceEqual(Options.EffectiveWorkspaceRoots, StringComparer.Ordinal);
        var named = change.PermissionProfile ?? FromLegacy(change.SandboxPolicy, directory) ?? (moves ? Options.NamedPermissions : null);
        return new ThreadSettings(
            named is null ? options : options with { NamedPermissions = named, PermissionProfile = named.WithWorkspaceRoots(options.EffectiveWorkspaceRoots) },
            mode);
    }

    private ImmutableArray<string> Moved(string directory) =>
        [.. Options.WorkspaceRoots.Select(root => root == Options.WorkingDirectory ? directory : root).Distinct(StringComparer.Ordinal)];

    // As in 0.136.0 an older policy protects the directory that it is given for, wherever the thread moves later.
    private static PermissionProfile? FromLegacy(SandboxPolicy? policy, string directory) => policy is null
        ? null
        : PermissionProfiles.FromLegacy(policy) is PermissionProfile.Managed managed
            ? managed with { FileSystem = new ManagedFileSystemPermissions.Restricted(PermissionProfiles.FileSystemFromLegacy(policy, directory).Entries) }
            : PermissionProfiles.FromLegacy(policy);
}
