using System.Text.Json.Nodes;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>Turns with questions: what the models do, and what the client answers; later questions are declined.</summary>
public sealed record ApprovalScenario(string Policy, IReadOnlyList<JsonObject> Calls)
{
    /// <summary>The answers, as JSON: decisions, or what is granted.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Whether commands run in sessions.</summary>
    public bool UnifiedExec { get; init; } = true;

    /// <summary>The shell that asks before it starts a program; null when commands run in the user's own.</summary>
    public string? PatchedShell { get; init; }

    /// <summary>Whether commands may ask for single permissions.</summary>
    public bool OffersAdditionalPermissions { get; init; }

    /// <summary>Whether the model may ask for permissions ahead of what needs them.</summary>
    public bool RequestsPermissions { get; init; }

    /// <summary>Whether an agent answers; its words are among the calls.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>How many turns there are; a message ends each but the last.</summary>
    public int Turns { get; init; } = 1;

    /// <summary>Whether the user approves after each turn what was denied last.</summary>
    public bool ApprovesDenied { get; init; }

    /// <summary>Whether an administrator filters the network; <c>$PORT</c> is that of a server on this machine.</summary>
    public bool IsFiltered { get; init; }

    /// <summary>The user's rules.</summary>
    public string? Rules { get; init; }
}
