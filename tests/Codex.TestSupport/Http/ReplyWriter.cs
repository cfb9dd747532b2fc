using System.Net.Sockets;
using System.Text;

namespace Codex.TestSupport.Http;

/// <summary>Plays one reply on a connection.</summary>
internal sealed class ReplyWriter(Socket socket, Stream stream)
{
    /// <summary>Sends the reply; false when the connection is over with it.</summary>
    public async Task<bool> WriteAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Framing == BodyFraming.Length && reply.Steps.All(static step => step is ReplyStep.Write))
        {
            // In one piece, as servers answer: some clients read no more of an error.
            await stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(Head(reply)), .. reply.Body()], cancellationToken);
            return true;
        }

        if (!reply.IsHeadless)
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Head(reply)), cancellationToken);
        foreach (var step in reply.Steps)
        {
            if (!await PlayAsync(step, reply.Framing, cancellationToken))
                return false;
        }

        if (reply.Framing == BodyFraming.Chunked)
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancellationToken);
        return reply.Framing != BodyFraming.UntilClose;
    }

    private static string Head(Reply reply)
    {
        var head = new StringBuilder($"HTTP/1.1 {reply.Status} {Reason(reply.Status)}\r\n");
        foreach (var (name, value) in reply.Headers)
            head.Append($"{name}: {value}\r\n");
        head.Append(reply.Framing switch
        {
            BodyFraming.Chunked => "transfer-encoding: chunked\r\n",
            BodyFraming.Length => $"content-length: {reply.Body().Length}\r\n",
            _ => "connection: close\r\n",
        });
        return head.Append("\r\n").ToString();
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    };

    private async Task<bool> PlayAsync(ReplyStep step, BodyFraming framing, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case ReplyStep.Write write:
                await WriteBytesAsync(write.Bytes, framing, cancellationToken);
                return true;
            case ReplyStep.Pause pause:
                await Task.Delay(pause.Time, cancellationToken);
                return true;
            case ReplyStep.WaitFor wait:
                await wait.Signal.WaitAsync(cancellationToken);
                return true;
            case ReplyStep.Announce announce:
                announce.Signal.TrySetResult();
                return true;
            case ReplyStep.Stall stall:
                await WaitForHangUpAsync(cancellationToken);
                stall.ClientGone.TrySetResult();
                return false;
            case ReplyStep.Reset:
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                return false;
            default:
                return false;
        }
    }

    private async Task WriteBytesAsync(ReadOnlyMemory<byte> bytes, BodyFraming framing, CancellationToken cancellationToken)
    {
        if (bytes.IsEmpty)
            return;
        if (framing != BodyFraming.Chunked)
        {
            await stream.WriteAsync(bytes, cancellationToken);
            return;
        }

        byte[] chunk = [.. Encoding.Latin1.GetBytes($"{bytes.Length:x}\r\n"), .. bytes.Span, .. "\r\n"u8];
        await stream.WriteAsync(chunk, cancellationToken);
    }

    private async Task WaitForHangUpAsync(CancellationToken cancellationToken)
    {
        var nothing = new byte[1];
        try
        {
            while (await stream.ReadAsync(nothing, cancellationToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A reset is a way of hanging up.
        }
    }
}
