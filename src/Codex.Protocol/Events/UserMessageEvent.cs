using System.Collections.Immutable;

namespace Codex.Protocol.Events;

/// <summary>The user's message as it is replayed to front-ends.</summary>
public sealed record UserMessageEvent(
    string Message,
    ImmutableArray<string>? Images,
    ImmutableArray<string> LocalImages,
    ImmutableArray<TextElement> TextElements) : EventMsg;
