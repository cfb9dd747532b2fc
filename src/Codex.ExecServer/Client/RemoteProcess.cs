using System.Threading.Channels;
using Codex.ExecServer.Protocol;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Client;

/// <summary>
/// A process of a server, seen as one of our own. News that arrive before their turn wait for it. A process whose server
/// is lost has ended in an unknown way.
/// </summary>
/// <param name="connection">The server.</param>
/// <param name="key">Our name for it.</param>
internal sealed class RemoteProcess(ClientConnection connection, string key) : IRunningProcess
{
    /// <summary>How many pieces of output wait for their reader before the server is held back.</summary>
    private const int Backlog = 256;

    private readonly Channel<OutputChunk> _output = Channel.CreateBounded<OutputChunk>(
        new BoundedChannelOptions(Backlog) { SingleReader = true, SingleWriter = true });

    private readonly TaskCompletionSource<ExitStatus> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SortedDictionary<ulong, ProcessNews> _early = [];
    private ulong _next = 1;
    private Task _ending = Task.CompletedTask;

    /// <summary>Our name for it.</summary>
    public string Key { get; } = key;

    /// <summary>Zero: the number on the other machine means nothing here.</summary>
    public int ProcessId => 0;

    /// <inheritdoc/>
    public ChannelReader<OutputChunk> Output => _output.Reader;

    /// <inheritdoc/>
    public Task<ExitStatus> Completion => _completion.Task;

    /// <summary>Takes news.</summary>
    public async ValueTask TakeAsync(ProcessNews news)
    {
        if (news.Seq >= _next)
            _early[news.Seq] = news;
        while (_early.Remove(_next, out var due))
        {
            _next++;
            await ApplyAsync(due).ConfigureAwait(false);
        }
    }

    /// <summary>The server is lost.</summary>
    public void Lose()
    {
        _completion.TrySetResult(ExitStatus.Unknown);
        _output.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public async ValueTask WriteInputAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var answer = await connection.CallAsync(
            Methods.ProcessWrite, new ProcessWriteParams(Key, bytes.ToArray()), ExecServerJson.Wire.ProcessWriteParams, ExecServerJson.Wire.ProcessWriteResponse, cancellationToken)
            .ConfigureAwait(false);
        if (answer.Status != "accepted")
            throw new IOException($"the process takes no input: {answer.Status}");
    }

    /// <summary>Does nothing: the protocol has no end of input.</summary>
    public void CloseInput()
    {
    }

    /// <summary>Does nothing: the protocol has no sizes.</summary>
    public void Resize(TerminalSize size)
    {
    }

    /// <summary>Ends the process, whatever the signal: the protocol knows no other.</summary>
    public void Signal(int signal) => Kill();

    /// <inheritdoc/>
    public void Kill()
    {
        if (!Completion.IsCompleted && _ending.IsCompleted)
            _ending = TerminateAsync();
    }

    /// <inheritdoc/>
    public async Task StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        Kill();
        await Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Kill();
        connection.Forget(this);
        _output.Writer.TryComplete();
        while (_output.Reader.TryRead(out var chunk))
            chunk.Dispose();
        await _ending.ConfigureAwait(false);
        _completion.TrySetResult(ExitStatus.Unknown);
    }

    private async ValueTask ApplyAsync(ProcessNews news)
    {
        if (news.Output is { Length: > 0 } bytes)
            await WriteAsync(OutputChunk.Of(news.IsError ? OutputStream.StandardError : OutputStream.StandardOutput, bytes)).ConfigureAwait(false);
        else if (news.ExitCode is { } code)
            _completion.TrySetResult(code < 0 ? ExitStatus.Unknown : new ExitStatus(code, Signal: null));
        else if (news.IsLast)
            _output.Writer.TryComplete();
    }

    private async ValueTask WriteAsync(OutputChunk chunk)
    {
        try
        {
            await _output.Writer.WriteAsync(chunk, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            chunk.Dispose();
        }
    }

    private async Task TerminateAsync()
    {
        try
        {
            await connection.CallAsync(
                Methods.ProcessTerminate, new ProcessReference(Key), ExecServerJson.Wire.ProcessReference, ExecServerJson.Wire.ProcessTerminateResponse, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The server has gone, and ends what is left.
            Lose();
        }
    }
}
