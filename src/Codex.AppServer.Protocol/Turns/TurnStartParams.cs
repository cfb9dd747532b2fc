using System.Collections.Immutable;
using System.Text.Json;
using Codex.AppServer.Protocol.Items;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>Parameters of <c>turn/start</c>; null settings keep the thread's.</summary>
public sealed record TurnStartParams
{
    /// <summary>The thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>What the user gives; not empty.</summary>
    public required ImmutableArray<UserInput> Input { get; init; }

    /// <summary>Working directory from this turn on.</summary>
    public string? Cwd { get; init; }

    /// <summary>When to ask the user, from this turn on.</summary>
    public AskForApproval? ApprovalPolicy { get; init; }

    /// <summary>Model slug from this turn on.</summary>
    public string? Model { get; init; }

    /// <summary>Reasoning effort from this turn on.</summary>
    public string? Effort { get; init; }

    /// <summary>JSON schema that the final answer must follow, for this turn only.</summary>
    public JsonElement? OutputSchema { get; init; }
}
