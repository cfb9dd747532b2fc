using System.Text.Json.Serialization;

namespace Codex.Protocol.Items;

/// <summary>
/// One conversation item. The same JSON travels in Responses requests and in rollout lines.
/// Ids sent by the server are no part of it (<c>codex-rs/protocol/src/models.rs</c>).
/// </summary>
[JsonConverter(typeof(ResponseItemConverter))]
public abstract record ResponseItem
{
    /// <summary>The wire value of <c>type</c>.</summary>
    public abstract string Type { get; }

    /// <summary>
    /// The server's id of the item, for items of the model; never serialized, but sent back to servers that keep responses.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The call this item belongs to, for calls and their outputs.</summary>
    public virtual string? CorrelationId => null;
}
