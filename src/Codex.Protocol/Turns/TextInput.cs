using System.Collections.Immutable;
using Codex.Protocol.Events;

namespace Codex.Protocol.Turns;

/// <summary>Typed text.</summary>
public sealed record TextInput(string Text) : UserInput
{
    /// <summary>Parts that front-ends show in their own way; ranges of this text's UTF-8 bytes.</summary>
    public ImmutableArray<TextElement> Elements { get; init; } = [];
}
