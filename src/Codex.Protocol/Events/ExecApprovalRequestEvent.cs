using System.Collections.Immutable;
using Codex.Protocol.Approvals;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>
/// A command, a program that it starts, or a network access, waits for an answer: <see cref="Operations.Op.ExecApproval"/> with
/// <see cref="QuestionId"/>.
/// The turn waits as long as it takes.
/// </summary>
public sealed record ExecApprovalRequestEvent : EventMsg
{
    /// <summary>The call.</summary>
    public required string CallId { get; init; }

    /// <summary>The question about one program of a command that runs already; null for the one question about a whole command.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The id of the question.</summary>
    public string QuestionId => ApprovalId ?? CallId;

    /// <summary>The turn that waits.</summary>
    public required string TurnId { get; init; }

    /// <summary>When it was asked, in milliseconds since 1970.</summary>
    public required long StartedAtMilliseconds { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Where it is to run; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What the command does, for display.</summary>
    public ImmutableArray<ParsedCommand> ParsedCommand { get; init; } = [];

    /// <summary>Why it is asked: a rule's words, the model's, or that the sandbox was in the way; null when nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The network access in question; null for a command.</summary>
    public NetworkApprovalContext? Network { get; init; }

    /// <summary>The prefix of the rule that 0.136.0 proposes; null when it proposes none.</summary>
    public ImmutableArray<string>? ProposedPrefix { get; init; }

    /// <summary>The rules about the host that are proposed; empty for a command.</summary>
    public ImmutableArray<NetworkPolicyAmendment> ProposedNetworkRules { get; init; } = [];

    /// <summary>What the command asks for beyond its sandbox; null when it does not.</summary>
    public AdditionalPermissionProfile? AdditionalPermissions { get; init; }

    /// <summary>The answers to offer; every other <see cref="ReviewDecision"/> is understood, too.</summary>
    public ImmutableArray<ReviewDecision> AvailableDecisions { get; init; } = [];

    /// <summary>A rule that generalises the command, with an explanation; null for a network access.</summary>
    public RuleSuggestion? Suggestion { get; init; }
}
