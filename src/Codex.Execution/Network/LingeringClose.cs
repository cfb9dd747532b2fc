using System.Net.Sockets;

namespace Codex.Execution.Network;

/// <summary>
/// Ends a connection so that the client still gets the answer: bytes of it that nobody read would make the kernel reset the
/// connection, and the answer would be lost on the way.
/// </summary>
internal static class LingeringClose
{
    private const int MaximumUnread = 256 * 1024;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    internal static async Task FinishAsync(NetworkStream stream)
    {
        stream.Socket.Shutdown(SocketShutdown.Send);
        using var limit = new CancellationTokenSource(s_limit);
        var buffer = new byte[4 * 1024];
        for (var left = MaximumUnread; left > 0;)
        {
            var read = await stream.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
            if (read is 0)
                return;
            left -= read;
        }
    }
}
