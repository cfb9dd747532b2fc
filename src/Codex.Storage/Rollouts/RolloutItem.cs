using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Protocol.Items;

namespace Codex.Storage.Rollouts;

/// <summary>A conversation item as its compact JSON, with the members that history keeping needs.</summary>
/// <param name="Json">One JSON object in wire form, without an id.</param>
/// <param name="Type">Wire type, for example <c>message</c>.</param>
/// <param name="Role">Role of a message.</param>
/// <param name="CallId">Correlation id of calls and outputs.</param>
public sealed record RolloutItem(ReadOnlyMemory<byte> Json, string Type, string? Role, string? CallId)
{
    /// <summary>The server's id, for items that came from it in this process.</summary>
    public string? Id { get; init; }

    /// <summary>An item in its wire form.</summary>
    public static RolloutItem From(ResponseItem item)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            ResponseItemWriter.Write(writer, item);
        return new RolloutItem(buffer.WrittenSpan.ToArray(), item.Type, (item as MessageItem)?.Role, item.CorrelationId) { Id = item.Id };
    }
}
