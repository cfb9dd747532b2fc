using System.Net.Sockets;

namespace Codex.Execution.Network;

/// <summary>The listening sockets of one command: its only doors to the outside.</summary>
/// <param name="Http">Takes HTTP.</param>
/// <param name="Socks">Takes SOCKS; null when that is not offered.</param>
internal sealed record NetworkListeners(Socket Http, Socket? Socks) : IDisposable
{
    public void Dispose()
    {
        Http.Dispose();
        Socks?.Dispose();
    }
}
