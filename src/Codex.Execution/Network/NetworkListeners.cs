using System.Net.Sockets;

namespace Codex.Execution.Network;

/// <summary>The sockets of one command: its only doors to the outside.</summary>
/// <param name="Http">Takes HTTP.</param>
/// <param name="Socks">Takes SOCKS; null when that is not offered.</param>
/// <param name="Datagrams">Takes the datagrams of clients of SOCKS; null when those are not offered.</param>
internal sealed record NetworkListeners(Socket Http, Socket? Socks, Socket? Datagrams) : IDisposable
{
    public void Dispose()
    {
        Http.Dispose();
        Socks?.Dispose();
        Datagrams?.Dispose();
    }
}
