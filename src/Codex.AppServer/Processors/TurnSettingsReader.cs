using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Operations;

namespace Codex.AppServer.Processors;

/// <summary>The settings that a client gives along with a turn.</summary>
internal static class TurnSettingsReader
{
    private static readonly ThreadSettingsOverrides s_none = new();

    /// <summary>What changes; null when nothing does.</summary>
    /// <param name="parameters">The client's request.</param>
    /// <param name="workingDirectory">What relative paths are relative to.</param>
    public static ThreadSettingsOverrides? Read(TurnStartParams parameters, string workingDirectory)
    {
        var directory = parameters.Cwd is { } cwd ? Path.GetFullPath(cwd, workingDirectory) : null;
        var overrides = new ThreadSettingsOverrides
        {
            WorkingDirectory = directory,
            WorkspaceRoots = parameters.RuntimeWorkspaceRoots is { } roots
                ? [.. roots.Select(root => Path.GetFullPath(root, directory ?? workingDirectory)).Distinct(StringComparer.Ordinal)]
                : null,
            ApprovalPolicy = parameters.ApprovalPolicy,
            ApprovalsReviewer = parameters.ApprovalsReviewer,
            SandboxPolicy = parameters.SandboxPolicy,
            Model = parameters.Model,
            ReasoningEffort = parameters.Effort is { } effort ? new Change<string>(effort) : null,
            ReasoningSummary = parameters.Summary,
            ServiceTier = parameters.ServiceTier,
            Personality = parameters.Personality,
            CollaborationMode = CollaborationModeProcessor.Complete(parameters.CollaborationMode),
        };
        return overrides == s_none ? null : overrides;
    }
}
