using Codex.Configuration.Layers;
using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>The requirements that a managed configuration stands for: its values are the only ones that are allowed.</summary>
internal static class LegacyRequirements
{
    /// <exception cref="ConfigException">A value has the wrong type.</exception>
    public static RequirementsSettings From(ConfigLayer layer)
    {
        var context = new ReadContext(paths: null, collectUnknown: false);
        var table = new TableReader(layer.Values, context);
        var approval = ApprovalPolicyReader.Read(table);
        var reviewer = ApprovalsReviewer.Find(table.Word("approvals_reviewer", "user", "auto_review", "guardian_subagent"));
        var sandbox = (SandboxModeRequirement?)table.Variant("sandbox_mode", "read-only", "workspace-write", "danger-full-access");
        if (context.Problem is { } problem)
            throw new ConfigException(ConfigStage.Load, $"Failed to parse config requirements as TOML: {problem.Text}");
        return new RequirementsSettings
        {
            AllowedApprovalPolicies = approval is null ? null : [approval],
            AllowedApprovalsReviewers = reviewer is null ? null : reviewer == ApprovalsReviewer.AutoReview ? [reviewer, ApprovalsReviewer.User] : [reviewer],
            AllowedSandboxModes = sandbox is not { } mode ? null : [.. new[] { SandboxModeRequirement.ReadOnly, mode }.Distinct()],
        };
    }
}
