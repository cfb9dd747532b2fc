using System.Collections.Immutable;

namespace Codex.Protocol.Turns;

/// <summary>What the user sent.</summary>
/// <param name="Id">Item id.</param>
/// <param name="Content">What it is made of.</param>
/// <param name="ClientId">The client's own id of the message.</param>
public sealed record UserMessageTurnItem(string Id, ImmutableArray<UserInput> Content, string? ClientId = null) : TurnItem(Id);
