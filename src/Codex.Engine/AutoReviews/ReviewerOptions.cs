using Codex.Protocol.Permissions;

namespace Codex.Engine.AutoReviews;

/// <summary>How the thread of a reviewer is set up: it looks, and nothing more (<c>codex-rs/core/src/guardian/review_session.rs</c>).</summary>
internal static class ReviewerOptions
{
    private const string Effort = "low";

    /// <summary>Whether both settings of the asking thread make the same reviewer.</summary>
    public static bool AreSame(ThreadStartOptions first, ThreadStartOptions second) =>
        ReferenceEquals(first, second)
        || (Key(first) == Key(second) && first.EffectiveWorkspaceRoots.SequenceEqual(second.EffectiveWorkspaceRoots, StringComparer.Ordinal));

    /// <summary>The options, made of those of the thread that asks.</summary>
    public static ThreadStartOptions Of(ThreadStartOptions asking)
    {
        var model = asking.AutoReview.Model ?? asking.Model;
        return asking with
        {
            Model = model,
            ReasoningEffort = model.SupportedReasoningLevels.Any(static level => level.Effort == Effort)
                ? Effort
                : asking.AutoReview.Model is null ? asking.ReasoningEffort ?? model.DefaultReasoningLevel : model.DefaultReasoningLevel,
            BaseInstructions = AutoReviewPolicy.Render(asking.AutoReview.Policy),
            DeveloperInstructions = null,
            ApprovalPolicy = AskForApproval.Never,
            PermissionProfile = PermissionProfile.ReadOnly,
            NamedPermissions = null,
            AutoReview = new AutoReviewOptions(),
            // What rules allow outside of the sandbox is not allowed to a reviewer.
            Tools = asking.Tools with { Rules = null, AsksInDefaultMode = false },
            ExtraTools = [],
            Skills = new SkillOptions { IncludeInstructions = false },
            NotifyCommand = [],
            StartupWarnings = [],
        };
    }

    // What the permissions of the thread are makes no difference, and neither does how its lists are held in memory.
    private static ThreadStartOptions Key(ThreadStartOptions options) => options with
    {
        ApprovalPolicy = AskForApproval.Never,
        PermissionProfile = PermissionProfile.ReadOnly,
        NamedPermissions = null,
        WorkspaceRoots = [],
    };
}
