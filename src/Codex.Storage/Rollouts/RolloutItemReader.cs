using System.Text.Json;
using Codex.Protocol.Items;

namespace Codex.Storage.Rollouts;

/// <summary>Turns the payload of a response item line into a <see cref="RolloutItem"/>.</summary>
internal static class RolloutItemReader
{
    /// <summary>Reads an item; null for types that are not part of the conversation.</summary>
    /// <exception cref="JsonException">The payload is not a valid item.</exception>
    public static RolloutItem? Read(ReadOnlySpan<byte> payload, ByteArena arena)
    {
        var head = ItemHead.Read(payload);
        if (head.Type is null || !ItemHead.IsKnown(head.Type))
            return null;
        if (head.HasId && head.Type != "image_generation_call")
        {
            // Written by another version: ids are never sent, so the item is rewritten without them.
            var reader = new Utf8JsonReader(payload);
            return RolloutItem.From(ResponseItemReader.Read(ref reader));
        }

        return new RolloutItem(arena.Add(payload), head.Type, head.Role, head.CallId);
    }
}
