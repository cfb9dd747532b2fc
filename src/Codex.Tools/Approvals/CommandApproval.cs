using System.Collections.Immutable;
using Codex.Protocol.Approvals;
using Codex.Protocol.Permissions;

namespace Codex.Tools.Approvals;

/// <summary>A command that needs somebody's yes.</summary>
public sealed record CommandApproval
{
    /// <summary>The call.</summary>
    public required string CallId { get; init; }

    /// <summary>
    /// The id of a question about one program that a running command wants to start: it ends with the command, and its answer
    /// holds for this once. Null for the question about the command.
    /// </summary>
    public string? ApprovalId { get; init; }

    /// <summary>The program and its arguments.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Where it is to run; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Why it is asked: a rule's words, or that the sandbox was in the way; null when nothing is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The model's words for the question; shown when there is no <see cref="Reason"/>.</summary>
    public string? Justification { get; init; }

    /// <summary>The prefix of the rule that is proposed; null when none is.</summary>
    public ImmutableArray<string>? ProposedPrefix { get; init; }

    /// <summary>A rule that generalises the command.</summary>
    public RuleSuggestion? Suggestion { get; init; }

    /// <summary>What the call asks for beyond its sandbox.</summary>
    public SandboxPermissions Requested { get; init; } = SandboxPermissions.UseDefault;

    /// <summary>What it asks for in addition to its sandbox; null when it does not.</summary>
    public AdditionalPermissionProfile? AdditionalPermissions { get; init; }

    /// <summary>Whether it gets a terminal.</summary>
    public bool HasTerminal { get; init; }

    /// <summary>Whether it runs in a session.</summary>
    public bool IsSession { get; init; }

    /// <summary>Whether it has run in its sandbox and is to run again without.</summary>
    public bool IsRetry { get; init; }

    /// <summary>What an approval for the session covers: the same command in the same place with the same permissions.</summary>
    public required string SessionKey { get; init; }
}
