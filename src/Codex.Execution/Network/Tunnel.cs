using System.Net.Sockets;

namespace Codex.Execution.Network;

/// <summary>Copies both ways between two connections until both are through, one of them fails, or nothing moves for long.</summary>
internal static class Tunnel
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Both ways; the end of one direction is passed on and leaves the other one open.</summary>
    internal static async Task RunAsync(NetworkStream client, NetworkStream server, Func<Memory<byte>, CancellationToken, ValueTask<int>> readClient, IdleLimit limit)
    {
        try
        {
            await Task.WhenAll(
                CopyAsync(readClient, server, limit),
                CopyAsync(server.ReadAsync, client, limit)).ConfigureAwait(false);
        }
        finally
        {
            await limit.EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One way, to the end.</summary>
    internal static async Task CopyAsync(Func<Memory<byte>, CancellationToken, ValueTask<int>> read, Stream target, IdleLimit limit)
    {
        try
        {
            var buffer = new byte[BufferSize];
            while (await read(buffer, limit.Token).ConfigureAwait(false) is > 0 and var count)
            {
                await target.WriteAsync(buffer.AsMemory(0, count), limit.Token).ConfigureAwait(false);
                limit.Touch();
            }

            (target as NetworkStream)?.Socket.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            await limit.EndAsync().ConfigureAwait(false);
            throw;
        }
    }
}
