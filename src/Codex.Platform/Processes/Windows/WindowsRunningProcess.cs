using System.Threading.Channels;
using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>A program started by <see cref="WindowsProcessSpawner"/>.</summary>
internal sealed class WindowsRunningProcess : IRunningProcess
{
    private const int OutputCapacity = 16;
    private const byte ControlC = 3;

    private readonly TaskCompletionSource<ExitStatus> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<OutputChunk> _output =
        Channel.CreateBounded<OutputChunk>(new BoundedChannelOptions(OutputCapacity) { SingleReader = true });

    private readonly SemaphoreSlim _writing = new(1);
    private readonly SafeWaitHandle _process;
    private readonly EventWaitHandle _end;
    private readonly WindowsJob _job;
    private readonly WindowsTerminal? _terminal;
    private readonly FileStream? _input;

    internal WindowsRunningProcess(ProcessInformation information, WindowsJob job, WindowsStdio stdio)
    {
        _ = Handles.Close(information.Thread);
        ProcessId = information.ProcessId;
        _process = new SafeWaitHandle(information.Process, ownsHandle: true);
        _end = new ManualResetEvent(false) { SafeWaitHandle = _process };
        _job = job;
        _terminal = stdio.Terminal;
        _input = stdio.Input is { } handle ? new FileStream(handle, FileAccess.Write, bufferSize: 0, isAsync: false) : null;
        var readers = stdio.Outputs.ConvertAll(pipe => WindowsOutput.Start(pipe.Handle, pipe.Stream, _output.Writer));
        _ = Task.WhenAll(readers).ContinueWith(_ => _output.Writer.TryComplete(), TaskScheduler.Default);
        ThreadPool.RegisterWaitForSingleObject(_end, (_, _) => OnEnded(), null, Timeout.Infinite, executeOnlyOnce: true);
    }

    /// <inheritdoc/>
    public int ProcessId { get; }

    /// <inheritdoc/>
    public ChannelReader<OutputChunk> Output => _output.Reader;

    /// <inheritdoc/>
    public Task<ExitStatus> Completion => _completion.Task;

    /// <inheritdoc/>
    public async ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var pipe = _input ?? throw new IOException("standard input is closed");
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await pipe.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            throw new IOException("standard input is closed");
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void CloseInput()
    {
        if (_terminal is null)
            _input?.Dispose();
    }

    /// <inheritdoc/>
    public void Resize(TerminalSize size) => _terminal?.Resize(size);

    /// <inheritdoc/>
    public void Signal(int signal)
    {
        if (_terminal is not null && signal == SignalNumbers.Interrupt && _input is { CanWrite: true } keyboard)
            keyboard.Write([ControlC]);
        else
            _job.Terminate();
    }

    /// <inheritdoc/>
    public void Kill() => _job.Terminate();

    /// <inheritdoc/>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        _job.Terminate();
        await _completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _job.Terminate();
        await _completion.Task.ConfigureAwait(false);
        _output.Writer.TryComplete();
        while (_output.Reader.TryRead(out var chunk))
            chunk.Dispose();
        _input?.Dispose();
        _terminal?.Dispose();
        _job.Dispose();
        _end.Dispose();
    }

    // A pseudo console keeps its output open after the program: closing it lets the readers come to an end.
    private void OnEnded()
    {
        _completion.TrySetResult(ProcessCreation.GetExitCode(_process, out var code) ? new ExitStatus((int)code, null) : ExitStatus.Unknown);
        _terminal?.Dispose();
    }
}
