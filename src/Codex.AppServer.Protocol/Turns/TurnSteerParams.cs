using System.Collections.Immutable;
using Codex.AppServer.Protocol.Items;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>Parameters of <c>turn/steer</c>.</summary>
public sealed record TurnSteerParams
{
    /// <summary>The thread.</summary>
    public required string ThreadId { get; init; }

    /// <summary>What the user gives; not empty.</summary>
    public required ImmutableArray<UserInput> Input { get; init; }

    /// <summary>The turn that is meant.</summary>
    public required string ExpectedTurnId { get; init; }

    /// <summary>The client's own id of the message; repeated in its item.</summary>
    public string? ClientUserMessageId { get; init; }

    /// <summary>What the model is told beside the input, by key.</summary>
    public ImmutableDictionary<string, AdditionalContextEntry>? AdditionalContext { get; init; }
}
