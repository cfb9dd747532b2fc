using System.Net.Sockets;
using Codex.Execution.Network;
using Codex.Platform.Linux;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Sandbox.Proxying;

/// <summary>Connects one command with the proxy: takes the listeners that <see cref="ProxyStage"/> hands out, and has them served.</summary>
internal sealed class ProxyConnection : IDisposable
{
    private readonly NetworkProxy _proxy;
    private readonly NetworkOwner _owner;
    private readonly DescriptorChannel _ours;
    private readonly DescriptorChannel _theirs;
    private readonly CancellationTokenSource _ending = new();
    private Task _serving = Task.CompletedTask;
    private int _disposed;

    /// <exception cref="IOException">The system has no descriptors left.</exception>
    internal ProxyConnection(NetworkProxy proxy, NetworkOwner owner)
    {
        _proxy = proxy;
        _owner = owner;
        (_ours, _theirs) = DescriptorChannel.CreatePair();
    }

    /// <summary>What the command has to inherit as <see cref="ProxyStage.Descriptor"/>.</summary>
    internal SafeFileHandle Inherited => _theirs.Handle;

    /// <summary>To be called once the command has been started: from then on its end is its own.</summary>
    internal void Begin()
    {
        _theirs.Dispose();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Ends every connection of the command. The command itself has ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
            return;
        _ending.Cancel();
        _ours.ShutDown();
        _theirs.Dispose();
        _ = _serving.ContinueWith(
            static (_, connection) => ((ProxyConnection)connection!).Release(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task ServeAsync()
    {
        try
        {
            // The stage answers within milliseconds, or its end closes with it.
            if (_ours.Receive() is not { Length: > 0 } received)
                return;
            using var listeners = new NetworkListeners(
                Adopt(received[0]), received.Length > 1 ? Adopt(received[1]) : null, received.Length > 2 ? Adopt(received[2]) : null);
            await _proxy.ServeAsync(listeners, _owner, _ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // The command has no network then; it finds nobody at the address of the proxy.
        }
    }

    private void Release()
    {
        _ours.Dispose();
        _ending.Dispose();
    }

    private static Socket Adopt(int descriptor) => new(new SafeSocketHandle(descriptor, ownsHandle: true));
}
