using Codex.AppServer.Protocol.Threads;
using Codex.Engine;
using Codex.Protocol.Events;

namespace Codex.AppServer.Processors;

/// <summary>Describes loaded threads to clients.</summary>
internal static class ThreadDescription
{
    public static ThreadStartResult Start(ThreadPlan plan, SessionConfiguredEvent configured, TimeProvider clock) => new()
    {
        Thread = Thread(plan, configured, clock),
        Model = configured.Model,
        ModelProvider = configured.ModelProviderId,
        ServiceTier = plan.Options.ServiceTier,
        Cwd = configured.WorkingDirectory,
        RuntimeWorkspaceRoots = plan.Options.WorkspaceRoots,
        ApprovalPolicy = configured.ApprovalPolicy,
        ApprovalsReviewer = plan.Options.AutoReview.Reviewer,
        Sandbox = configured.SandboxPolicy,
        ActivePermissionProfile = plan.ActiveProfile,
        ReasoningEffort = configured.ReasoningEffort,
    };

    public static ThreadResumeResult Resume(ThreadPlan plan, SessionConfiguredEvent configured, TimeProvider clock) => new()
    {
        Thread = Thread(plan, configured, clock),
        Model = configured.Model,
        ModelProvider = configured.ModelProviderId,
        ServiceTier = plan.Options.ServiceTier,
        Cwd = configured.WorkingDirectory,
        RuntimeWorkspaceRoots = plan.Options.WorkspaceRoots,
        ApprovalPolicy = configured.ApprovalPolicy,
        ApprovalsReviewer = plan.Options.AutoReview.Reviewer,
        Sandbox = configured.SandboxPolicy,
        ActivePermissionProfile = plan.ActiveProfile,
        ReasoningEffort = configured.ReasoningEffort,
    };

    private static ThreadInfo Thread(ThreadPlan plan, SessionConfiguredEvent configured, TimeProvider clock)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return new ThreadInfo
        {
            Id = configured.ThreadId,
            SessionId = configured.SessionId,
            Preview = "",
            Ephemeral = plan.Options.Ephemeral,
            ModelProvider = configured.ModelProviderId,
            CreatedAt = now,
            UpdatedAt = now,
            Path = configured.RolloutPath,
            Cwd = configured.WorkingDirectory,
            CliVersion = EngineVersion.Value,
            Source = plan.Options.Source,
            ThreadSource = "user",
        };
    }
}
