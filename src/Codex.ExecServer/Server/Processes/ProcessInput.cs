using System.Threading.Channels;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Server.Processes;

/// <summary>What is typed into a process: it waits here while the process does not read, so that other requests do not.</summary>
/// <param name="process">The process.</param>
internal sealed class ProcessInput(IRunningProcess process)
{
    private const int Capacity = 128;

    private readonly Channel<byte[]> _waiting = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Adds something; false when the process takes no more.</summary>
    public async ValueTask<bool> AddAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await _waiting.Writer.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    /// <summary>Nothing more is taken.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Types until nothing more is taken.</summary>
    public async Task RunAsync()
    {
        try
        {
            await foreach (var bytes in _waiting.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                await process.WriteInputAsync(bytes, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            Complete();
        }
    }
}
