using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.AutoReviews;

/// <summary>What a review is about, in short (<c>GuardianAssessmentAction</c> of <c>protocol/src/approvals.rs</c>).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Command), "command")]
[JsonDerivedType(typeof(ApplyPatch), "apply_patch")]
[JsonDerivedType(typeof(NetworkAccess), "network_access")]
[JsonDerivedType(typeof(RequestPermissions), "request_permissions")]
public abstract record ReviewedAction
{
    private ReviewedAction()
    {
    }

    /// <summary>A command.</summary>
    /// <param name="Source"><see cref="ReviewedCommandSource"/>.</param>
    /// <param name="CommandLine">The command, as typed into a shell.</param>
    /// <param name="WorkingDirectory">Where it is to run; absolute.</param>
    public sealed record Command(
        string Source, [property: JsonPropertyName("command")] string CommandLine, [property: JsonPropertyName("cwd")] string WorkingDirectory) : ReviewedAction;

    /// <summary>A patch.</summary>
    /// <param name="WorkingDirectory">Where its relative paths start; absolute.</param>
    /// <param name="Files">What it writes or removes; absolute paths.</param>
    public sealed record ApplyPatch([property: JsonPropertyName("cwd")] string WorkingDirectory, ImmutableArray<string> Files) : ReviewedAction;

    /// <summary>A network access.</summary>
    /// <param name="Target">Protocol, host and port.</param>
    /// <param name="Host">The host.</param>
    /// <param name="Protocol">A word of <see cref="Approvals.NetworkApprovalProtocol"/>.</param>
    /// <param name="Port">The port.</param>
    public sealed record NetworkAccess(string Target, string Host, string Protocol, int Port) : ReviewedAction;

    /// <summary>A request for permissions.</summary>
    /// <param name="Reason">The model's words; null when it says nothing.</param>
    /// <param name="Permissions">What it asks for.</param>
    public sealed record RequestPermissions(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Reason, AdditionalPermissionProfile Permissions) : ReviewedAction;
}
