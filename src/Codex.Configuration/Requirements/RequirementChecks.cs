namespace Codex.Configuration.Requirements;

/// <summary>What requirements must say to make sense (<c>config/src/config_requirements.rs</c>).</summary>
internal static class RequirementChecks
{
    /// <exception cref="ConfigException">The first thing that makes none.</exception>
    public static void Check(ConfigRequirements requirements)
    {
        CheckNotEmpty("allowed_approval_policies", requirements.AllowedApprovalPolicies?.Value);
        CheckNotEmpty("allowed_approvals_reviewers", requirements.AllowedApprovalsReviewers?.Value);
        if (requirements.AllowedSandboxModes is { } modes && !modes.Value.Contains(SandboxModeRequirement.ReadOnly))
        {
            throw Fail(RequirementText.Refusal(
                "allowed_sandbox_modes", RequirementText.List(modes.Value), "must include 'read-only' to allow any PermissionProfile", modes.Source));
        }

        CheckNotEmpty("windows.allowed_sandbox_implementations", requirements.Windows?.Value.AllowedSandboxImplementations);
        if (requirements.Rules is { } rules && CommandRuleChecks.Fault(rules.Value) is { } fault)
            throw Fail($"invalid rules in requirements (set by {rules.Source}): {fault}");
    }

    private static void CheckNotEmpty<T>(string field, IReadOnlyList<T>? values)
    {
        if (values is { Count: 0 })
            throw Fail($"field `{field}` cannot be empty");
    }

    private static ConfigException Fail(string message) => new(ConfigStage.Load, message);
}
