using System.Buffers;

namespace Codex.Backend.Responses;

/// <summary>Gives items their ids back, for servers that keep responses (<c>codex-rs/codex-api/src/requests/responses.rs</c>).</summary>
internal static class ItemIds
{
    /// <summary>The items, those with an id with it as their last member.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Attach(IReadOnlyList<ReadOnlyMemory<byte>> items, IReadOnlyList<string?> ids)
    {
        var result = new ReadOnlyMemory<byte>[items.Count];
        for (var index = 0; index < result.Length; index++)
            result[index] = ids[index] is { Length: > 0 } id ? Attach(items[index].Span, id) : items[index];
        return result;
    }

    private static ReadOnlyMemory<byte> Attach(ReadOnlySpan<byte> item, string id)
    {
        var output = new ArrayBufferWriter<byte>(item.Length + id.Length + 8);
        output.Append(item[..^1]);
        output.Append(",\"id\":"u8);
        output.AppendString(id);
        output.Append("}"u8);
        return output.WrittenMemory;
    }
}
