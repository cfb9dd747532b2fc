using System.Collections.Immutable;

namespace Codex.Protocol.Turns;

/// <summary>What the user sent.</summary>
public sealed record UserMessageTurnItem(string Id, ImmutableArray<UserInput> Content) : TurnItem(Id);
