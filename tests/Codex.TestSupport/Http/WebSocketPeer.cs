using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Codex.TestSupport.Scripts;

namespace Codex.TestSupport.Http;

/// <summary>The server's end of one WebSocket: each message is a request, each event of a reply is a frame.</summary>
/// <param name="socket">The connection.</param>
/// <param name="stream">Its stream, behind the upgrade request.</param>
/// <param name="answer">Keeps a request and finds its reply.</param>
internal sealed class WebSocketPeer(Socket socket, Stream stream, Func<CapturedRequest, Reply> answer)
{
    /// <summary>The method of requests that arrive as frames.</summary>
    public const string Method = "WS";

    /// <summary>Whether the script has to answer a frame: a request that generates something.</summary>
    public static bool AsksForAnswer(CapturedRequest frame) =>
        frame.Json() is var json && json.GetProperty("type").GetString() == "response.create" && !json.TryGetProperty("generate", out _);

    /// <summary>The answer to frames that generate nothing.</summary>
    public static Reply Preparation(CapturedRequest frame) => frame.Json().GetProperty("type").GetString() == "response.create"
        ? Reply.Events(ResponseEvent.Created("warm"), ResponseEvent.Completed("warm", 0, 0, 0, 0))
        : new Reply();

    /// <summary>Accepts the connection and answers until it ends.</summary>
    public async Task ServeAsync(CapturedRequest upgrade, Reply acceptance, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(Head(upgrade, acceptance)), cancellationToken);
        var isCompressed = acceptance.Headers.Any(static header => header.Key == "sec-websocket-extensions");
        using var webSocket = WebSocket.CreateFromStream(
            stream, new WebSocketCreationOptions { IsServer = true, DangerousDeflateOptions = isCompressed ? new WebSocketDeflateOptions() : null });
        while (await ReadAsync(webSocket, cancellationToken) is { } body)
        {
            var request = new CapturedRequest(Method, upgrade.Target, [], body);
            var reply = answer(request);
            foreach (var step in (reply.Make?.Invoke(request) ?? reply).Steps)
            {
                if (!await PlayAsync(webSocket, step, cancellationToken))
                    return;
            }
        }
    }

    private static string Head(CapturedRequest upgrade, Reply acceptance)
    {
#pragma warning disable CA5350 // The protocol demands SHA-1; nothing is protected by it.
        var digest = SHA1.HashData(Encoding.ASCII.GetBytes(upgrade.Header("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
#pragma warning restore CA5350
        var head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n");
        head.Append($"sec-websocket-accept: {Convert.ToBase64String(digest)}\r\n");
        foreach (var (name, value) in acceptance.Headers)
            head.Append($"{name}: {value}\r\n");
        return head.Append("\r\n").ToString();
    }

    private static async Task<byte[]?> ReadAsync(WebSocket webSocket, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await webSocket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer.AsSpan(0, received.Count));
            if (received.EndOfMessage)
                return message.ToArray();
        }
    }

    private async Task<bool> PlayAsync(WebSocket webSocket, ReplyStep step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case ReplyStep.Write write:
                foreach (var json in Events(write.Bytes))
                    await webSocket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, cancellationToken);
                return true;
            case ReplyStep.WriteBinary binary:
                await webSocket.SendAsync(binary.Bytes, WebSocketMessageType.Binary, true, cancellationToken);
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
                await ReadAsync(webSocket, cancellationToken);
                stall.ClientGone.TrySetResult();
                return false;
            case ReplyStep.Reset:
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
                return false;
            default:
                await webSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", cancellationToken);
                return false;
        }
    }

    // Scripts are written for event streams; a frame is the data of one event.
    private static IEnumerable<string> Events(ReadOnlyMemory<byte> stream) =>
        from line in Encoding.UTF8.GetString(stream.Span).Split('\n')
        where line.StartsWith("data: ", StringComparison.Ordinal)
        select line["data: ".Length..];
}
