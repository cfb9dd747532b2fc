using System.Collections.Immutable;
using Codex.Protocol.Items;
using Codex.Protocol.Turns;

namespace Codex.Engine.Input;

/// <summary>What a client gives to a turn at once.</summary>
/// <param name="Items">What the user gave.</param>
/// <param name="ClientId">The client's own id of the message, which is repeated to all clients.</param>
/// <param name="Context">Told to the model before it.</param>
internal sealed record TurnInput(ImmutableArray<UserInput> Items, string? ClientId, ImmutableArray<ResponseItem> Context)
{
    /// <summary>Whether it only tells the model something, and the user gave nothing.</summary>
    public bool IsNote => Items.IsEmpty;
}
