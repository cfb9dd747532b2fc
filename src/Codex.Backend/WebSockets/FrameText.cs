using System.Buffers;
using Codex.Backend.Responses;

namespace Codex.Backend.WebSockets;

/// <summary>The text of the frames that we send.</summary>
internal static class FrameText
{
    /// <summary>A whole request: servers get it in one frame.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> CreateAsync(RequestBody body, CancellationToken cancellationToken)
    {
        using var frame = new MemoryStream((int)body.Length);
        await body.WriteToAsync(frame, cancellationToken).ConfigureAwait(false);
        return frame.GetBuffer().AsMemory(0, (int)frame.Length);
    }

    /// <summary>The word that a response was taken in.</summary>
    public static ReadOnlyMemory<byte> Processed(string responseId)
    {
        var frame = new ArrayBufferWriter<byte>(96);
        frame.Append("{\"type\":\"response.processed\",\"response_id\":"u8);
        frame.AppendString(responseId);
        frame.Append("}"u8);
        return frame.WrittenMemory;
    }
}
