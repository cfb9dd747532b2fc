using System.Globalization;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>A thread and its settings, as clients, rollouts and the model are told of them.</summary>
internal static class ThreadDescription
{
    /// <summary>The first line of a rollout.</summary>
    public static SessionMeta Meta(Session session) => new()
    {
        Id = session.ThreadId,
        ForkedFromId = session.Origin?.ParentThreadId,
        Timestamp = RolloutRecorder.Timestamp(session.CreatedAt),
        Cwd = session.Options.WorkingDirectory,
        Originator = session.Options.Originator,
        CliVersion = EngineVersion.Value,
        Source = session.Origin is null ? SessionSources.Wire(session.Options.Source) : SessionSources.Subagent(session.Origin),
        ThreadSource = session.ThreadSource,
        ModelProvider = session.Options.ModelProviderId,
        BaseInstructions = new BaseInstructions(session.BaseInstructions),
        Git = session.Repository.Value?.ToGitInfo(),
    };

    /// <summary>The first event.</summary>
    public static SessionConfiguredEvent Configuration(Session session) => new()
    {
        SessionId = session.SessionId,
        ThreadId = session.ThreadId,
        Model = session.Options.Model.Slug,
        ModelProviderId = session.Options.ModelProviderId,
        ApprovalPolicy = session.Options.ApprovalPolicy,
        SandboxPolicy = LegacyPolicy(session.Options),
        WorkingDirectory = session.Options.WorkingDirectory,
        ReasoningEffort = session.Options.ReasoningEffort,
        RolloutPath = session.RolloutPath,
    };

    /// <summary>The settings of a turn that starts now.</summary>
    public static TurnContextItem Turn(Session session, string turnId)
    {
        var (options, clock) = (session.Options, session.Services.Clock);
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);
        return new TurnContextItem
        {
            TurnId = turnId,
            Cwd = options.WorkingDirectory,
            WorkspaceRoots = options.EffectiveWorkspaceRoots,
            CurrentDate = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Timezone = session.Services.Host.TimeZoneName ?? clock.LocalTimeZone.Id,
            ApprovalPolicy = options.ApprovalPolicy,
            SandboxPolicy = LegacyPolicy(options),
            PermissionProfile = options.PermissionProfile,
            FileSystemSandboxPolicy = options.PermissionProfile.BeyondLegacy(options.WorkingDirectory),
            Model = options.Model.Slug,
            Personality = options.Personality,
            CollaborationMode = session.CollaborationMode,
            RealtimeActive = false,
            Effort = options.ReasoningEffort,
        };
    }

    private static SandboxPolicy LegacyPolicy(ThreadStartOptions options) =>
        options.PermissionProfile.ToLegacy(options.WorkingDirectory) ?? new SandboxPolicy.ReadOnly();
}
