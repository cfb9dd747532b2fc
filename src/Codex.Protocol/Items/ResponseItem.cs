using System.Text.Json.Serialization;

namespace Codex.Protocol.Items;

/// <summary>
/// One conversation item. The same JSON travels in Responses requests and in rollout lines.
/// Item ids sent by the server are not kept: they are never sent back (<c>codex-rs/protocol/src/models.rs</c>).
/// </summary>
[JsonConverter(typeof(ResponseItemConverter))]
public abstract record ResponseItem
{
    /// <summary>The wire value of <c>type</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The call this item belongs to, for calls and their outputs.</summary>
    public virtual string? CorrelationId => null;
}
