using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>A part of a message that a front-end shows in its own way, for example a pasted block.</summary>
public sealed record TextElement(
    ByteRange ByteRange,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Placeholder);
