using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.AppServer.Protocol.Items;
using Codex.Protocol.Approvals;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>Asks whether a command, or a network access, may happen. What is not known is left out.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="ItemId">The command's item, which was started before.</param>
/// <param name="StartedAtMs">When it was asked, in milliseconds since 1970.</param>
/// <param name="ApprovalId">The question about one program that the command wants to start.</param>
/// <param name="Reason">Why it is asked.</param>
/// <param name="NetworkApprovalContext">The network access; the members about a command are missing then.</param>
/// <param name="Command">Its words, shell-quoted.</param>
/// <param name="Cwd">Where it is to run.</param>
/// <param name="CommandActions">What it does, for display.</param>
/// <param name="AdditionalPermissions">What it asks for beyond its sandbox.</param>
/// <param name="ProposedExecpolicyAmendment">The prefix of a rule that is proposed.</param>
/// <param name="ProposedNetworkPolicyAmendments">The rules about the host that are proposed.</param>
/// <param name="AvailableDecisions">The answers to offer.</param>
public sealed record CommandExecutionRequestApprovalParams(
    string ThreadId,
    string TurnId,
    string ItemId,
    long StartedAtMs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ApprovalId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NetworkApprovalContext? NetworkApprovalContext,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Command,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cwd,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<CommandAction>? CommandActions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AdditionalPermissionProfile? AdditionalPermissions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? ProposedExecpolicyAmendment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<NetworkPolicyAmendment>? ProposedNetworkPolicyAmendments,
    ImmutableArray<CommandExecutionApprovalDecision> AvailableDecisions)
{
    /// <summary>The method's wire name.</summary>
    public const string Method = "item/commandExecution/requestApproval";

    /// <summary>A rule that generalises the command, for people to read. In process only: it has no wire form.</summary>
    [JsonIgnore]
    public RuleSuggestion? Suggestion { get; init; }
}
