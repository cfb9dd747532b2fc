using Codex.Execution.Policy;
using Codex.Protocol.Permissions;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>What a call asks for beyond its sandbox, and whether it may ask at all (<c>core/src/tools/handlers/mod.rs</c>).</summary>
/// <param name="Requested">The kind.</param>
/// <param name="Additional">The permissions, with those that were granted before; null when there are none.</param>
/// <param name="IsGranted">Whether all of them were granted before.</param>
/// <param name="Refusal">Why it may not ask, as told to the model; null when it may.</param>
internal sealed record PermissionDemand(SandboxPermissions Requested, AdditionalPermissionProfile? Additional, bool IsGranted, string? Refusal)
{
    /// <summary>Checks what a call says.</summary>
    /// <param name="request">What it says.</param>
    /// <param name="additional">The permissions that it names; null when it names none.</param>
    /// <param name="host">The turn.</param>
    /// <param name="verb">The original says <c>cannot</c> in one tool and <c>should not</c> in another.</param>
    internal static PermissionDemand Of(PermissionRequest request, AdditionalPermissionProfile? additional, IToolHost host, string verb)
    {
        var said = SandboxPermissions.Find(request.SandboxPermissions) ?? SandboxPermissions.UseDefault;
        var granted = said == SandboxPermissions.RequireEscalated ? null : host.Approvals.Granted;
        var effective = granted is null ? additional : AdditionalPermissions.Merge(additional, granted);
        var requested = said == SandboxPermissions.UseDefault && effective is { IsEmpty: false } ? SandboxPermissions.WithAdditionalPermissions : said;
        var isGranted = granted is not null && effective is not null && granted.Cover(effective, host.Settings.Paths);
        var refusal = isGranted
            ? null
            : EscalationRequests.Refusal(requested, host.Settings.ApprovalPolicy, verb) ?? Problem(requested, effective, host.Settings.OffersAdditionalPermissions);
        return new PermissionDemand(requested, effective, isGranted, refusal);
    }

    private static string? Problem(SandboxPermissions requested, AdditionalPermissionProfile? additional, bool areOffered)
    {
        var uses = requested == SandboxPermissions.WithAdditionalPermissions;
        if (!uses && additional is null)
            return null;
        if (!areOffered)
            return "additional permissions are disabled; enable `features.exec_permission_approvals` before using `with_additional_permissions`";
        if (!uses)
            return "`additional_permissions` requires `sandbox_permissions` set to `with_additional_permissions`";
        return additional switch
        {
            null => "missing `additional_permissions`; provide at least one of `network` or `file_system` when using `with_additional_permissions`",
            { IsEmpty: true } => "`additional_permissions` must include at least one requested permission in `network` or `file_system`",
            _ => null,
        };
    }
}
