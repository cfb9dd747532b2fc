using System.Threading.Channels;
using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Processes.Windows;

/// <summary>A program started by <see cref="WindowsProcessSpawner"/>.</summary>
internal sealed class WindowsRunningProcess : IRunningProcess
{
    private const int OutputCapacity = 16;
    private const byte ControlC = 3;

    private readonly TaskCompletionSource<ExitStatus> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<OutputChunk> output =
        Channel.CreateBounded<OutputChunk>(new BoundedChannelOptions(OutputCapacity) { SingleReader = true });

    private readonly SemaphoreSlim writing = new(1);
    private readonly SafeWaitHandle process;
    private readonly EventWaitHandle end;
    private readonly WindowsJob job;
    private readonly WindowsTerminal? terminal;
    private readonly FileStream? input;

    internal WindowsRunningProcess(ProcessInformation information, WindowsJob job, WindowsStdio stdio)
    {
        _ = Handles.Close(information.Thread);
        ProcessId = information.ProcessId;
        process = new SafeWaitHandle(information.Process, ownsHandle: true);
        end = new ManualResetEvent(false) { SafeWaitHandle = process };
        this.job = job;
        terminal = stdio.Terminal;
        input = stdio.Input is { } handle ? new FileStream(handle, FileAccess.Write, bufferSize: 0, isAsync: false) : null;
        var readers = stdio.Outputs.ConvertAll(pipe => WindowsOutput.Start(pipe.Handle, pipe.Stream, output.Writer));
        _ = Task.WhenAll(readers).ContinueWith(_ => output.Writer.TryComplete(), TaskScheduler.Default);
        ThreadPool.RegisterWaitForSingleObject(end, (_, _) => OnEnded(), null, Timeout.Infinite, executeOnlyOnce: true);
    }

    /// <inheritdoc/>
    public int ProcessId { get; }

    /// <inheritdoc/>
    public ChannelReader<OutputChunk> Output => output.Reader;

    /// <inheritdoc/>
    public Task<ExitStatus> Completion => completion.Task;

    /// <inheritdoc/>
    public async ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var pipe = input ?? throw new IOException("standard input is closed");
        await writing.WaitAsync(cancellationToken).ConfigureAwait(false);
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
            writing.Release();
        }
    }

    /// <inheritdoc/>
    public void CloseInput()
    {
        if (terminal is null)
            input?.Dispose();
    }

    /// <inheritdoc/>
    public void Resize(TerminalSize size) => terminal?.Resize(size);

    /// <inheritdoc/>
    public void Signal(int signal)
    {
        if (terminal is not null && signal == SignalNumbers.Interrupt && input is { CanWrite: true } keyboard)
            keyboard.Write([ControlC]);
        else
            job.Terminate();
    }

    /// <inheritdoc/>
    public void Kill() => job.Terminate();

    /// <inheritdoc/>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        job.Terminate();
        await completion.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        job.Terminate();
        await completion.Task.ConfigureAwait(false);
        output.Writer.TryComplete();
        while (output.Reader.TryRead(out var chunk))
            chunk.Dispose();
        input?.Dispose();
        terminal?.Dispose();
        job.Dispose();
        end.Dispose();
    }

    // A pseudo console keeps its output open after the program: closing it lets the readers come to an end.
    private void OnEnded()
    {
        completion.TrySetResult(ProcessCreation.GetExitCode(process, out var code) ? new ExitStatus((int)code, null) : ExitStatus.Unknown);
        terminal?.Dispose();
    }
}
