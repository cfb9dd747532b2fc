using System.Threading.Channels;

namespace Codex.Platform.Processes.Posix;

/// <summary>A program started by <see cref="PosixProcessSpawner"/>.</summary>
internal sealed class PosixRunningProcess : IRunningProcess
{
    /// <summary>Sixteen reads of 64 KB: a megabyte in flight at most.</summary>
    private const int OutputCapacity = 16;

    /// <summary>A killed process may hang in the kernel (a dead network mount); disposing does not wait longer than this.</summary>
    private static readonly TimeSpan s_deathTime = TimeSpan.FromSeconds(2);

    private readonly ProcessPump _pump;
    private readonly ProcessExit _exit;
    private readonly List<PumpSource> _outputs = [];
    private readonly InputSource? _input;
    private readonly int _terminal;
    private readonly SemaphoreSlim _writing = new(1);
    private int _disposed;

    internal PosixRunningProcess(ProcessExit exit, StdioWiring stdio, ProcessPump pump)
    {
        var channel = Channel.CreateBounded<OutputChunk>(new BoundedChannelOptions(OutputCapacity) { SingleReader = true, SingleWriter = true });
        var end = new OutputEnd(channel.Writer, stdio.Outputs.Count);
        foreach (var (descriptor, stream) in stdio.Outputs)
            _outputs.Add(new OutputSource(descriptor, stream, pump, channel.Writer, end));
        end.Start();
        _input = stdio.Input >= 0 ? new InputSource(stdio.Input, pump) : null;
        _terminal = stdio.Terminal;
        _pump = pump;
        _exit = exit;
        Output = channel.Reader;
        pump.Add(_input is null ? [.. _outputs] : [.. _outputs, _input]);
        _exit.Watch(pump);
    }

    /// <inheritdoc/>
    public int ProcessId => _exit.ProcessId;

    /// <inheritdoc/>
    public ChannelReader<OutputChunk> Output { get; }

    /// <inheritdoc/>
    public Task<ExitStatus> Completion => _exit.Completion;

    /// <inheritdoc/>
    public async ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var input = _input ?? throw new IOException("standard input is closed");
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (bytes.Length > 0)
            {
                var count = input.Write(bytes.Span);
                if (count < 0)
                    await input.WaitForRoomAsync(cancellationToken).ConfigureAwait(false);
                else
                    bytes = bytes[count..];
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void CloseInput()
    {
        if (_terminal < 0 && _input is not null)
            Retire([_input]);
    }

    /// <inheritdoc/>
    public void Resize(TerminalSize size)
    {
        if (_terminal >= 0)
            _input?.Resize(size);
    }

    /// <inheritdoc/>
    public void Signal(int signal) => _exit.TrySignalGroup(signal);

    /// <inheritdoc/>
    public void Kill() => _exit.KillTree();

    /// <inheritdoc/>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        _exit.TrySignalGroup(SignalNumbers.Terminate);
        await WaitForEndAsync(grace, cancellationToken).ConfigureAwait(false);
        Kill();
        await WaitForEndAsync(s_deathTime, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
            return;
        Kill();
        await WaitForEndAsync(s_deathTime, CancellationToken.None).ConfigureAwait(false);
        Retire(_input is null ? _outputs : [.. _outputs, _input]);
        while (Output.TryRead(out var chunk))
            chunk.Dispose();
        _ = Completion.ContinueWith(
            static (_, exit) => ((ProcessExit)exit!).Release(), _exit, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task WaitForEndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await Completion.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The caller goes on; the process is collected when it ends.
        }
    }

    private void Retire(List<PumpSource> sources)
    {
        foreach (var source in sources)
            source.Retire();
        _pump.Wake();
    }
}
