using System.Text.Json.Serialization.Metadata;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.Execution;
using Codex.Platform.Processes;

namespace Codex.ExecServer.Server.Processes;

/// <summary>
/// A process: numbers what happens to it, retains its output and tells the client. A client that does not read holds the
/// process back.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>How long the end waits for output that was printed before it.</summary>
    private static readonly TimeSpan s_outputBeforeEnd = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _order = new(1);
    private readonly bool _hasTerminal;
    private readonly LaunchedProcess _launched;
    private readonly TimeProvider _time;
    private readonly Func<ReadOnlyMemory<byte>, ValueTask> _notify;
    private readonly RetainedOutput _retained;
    private readonly ProcessInput? _input;

    public ServerProcess(ProcessStartParams parameters, LaunchedProcess launched, TimeProvider time, Func<ReadOnlyMemory<byte>, ValueTask> notify)
    {
        Id = parameters.ProcessId;
        _hasTerminal = parameters.Tty;
        _launched = launched;
        _time = time;
        _notify = notify;
        _retained = new RetainedOutput(time);
        _input = parameters.Tty || parameters.PipeStdin ? new ProcessInput(launched.Process) : null;
    }

    /// <summary>The client's name for it.</summary>
    public string Id { get; }

    /// <summary>Follows the process until nothing more comes from it; the token gives up what others still keep open.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var typing = _input?.RunAsync() ?? Task.CompletedTask;
        try
        {
            var printing = PrintAsync(cancellationToken);
            var exit = await _launched.Process.Completion.ConfigureAwait(false);
            await Task.WhenAny(printing, Task.Delay(s_outputBeforeEnd, _time, CancellationToken.None)).ConfigureAwait(false);
            var code = exit.Code ?? (_hasTerminal && exit.Signal is not null ? 1 : -1);
            await TellAsync(() => _retained.Exit(code), seq => new(Id, seq, code), Methods.ProcessExited, ExecServerJson.Wire.ProcessExitedNotification).ConfigureAwait(false);
            _input?.Complete();
            await printing.ConfigureAwait(false);
            await TellAsync(_retained.Close, seq => new(Id, seq), Methods.ProcessClosed, ExecServerJson.Wire.ProcessClosedNotification).ConfigureAwait(false);
        }
        finally
        {
            await _launched.DisposeAsync().ConfigureAwait(false);
            await typing.ConfigureAwait(false);
        }
    }

    /// <summary>What is retained.</summary>
    public ValueTask<ProcessReadResponse> ReadAsync(ProcessReadParams parameters, CancellationToken cancellationToken) =>
        _retained.ReadAsync(parameters, cancellationToken);

    /// <summary>Types into it.</summary>
    /// <exception cref="RpcException">It takes no more.</exception>
    public async ValueTask<string> WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        if (_input is null)
            return "stdinClosed";
        return await _input.AddAsync(bytes, cancellationToken).ConfigureAwait(false)
            ? "accepted"
            : throw RpcException.Internal("failed to write to process stdin");
    }

    /// <summary>Ends it with all its descendants; whether it still ran.</summary>
    public bool Terminate()
    {
        if (_retained.HasExited)
            return false;
        _launched.Process.Kill();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _order.Dispose();

    private async Task PrintAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var chunk in _launched.Process.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                var stream = _hasTerminal ? "pty" : chunk.Stream == OutputStream.StandardError ? "stderr" : "stdout";
                var bytes = chunk.Bytes.ToArray();
                chunk.Dispose();
                await TellAsync(
                    () => _retained.Add(stream, bytes), seq => new(Id, seq, stream, bytes), Methods.ProcessOutput, ExecServerJson.Wire.ProcessOutputNotification)
                    .ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over; whoever keeps the streams open is ended with it.
        }
    }

    // Numbers leave in order, whoever gives them out.
    private async ValueTask TellAsync<T>(Func<ulong> record, Func<ulong, T> describe, string method, JsonTypeInfo<T> type)
    {
        await _order.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await _notify(RpcWriter.Notification(method, describe(record()), type)).ConfigureAwait(false);
        }
        finally
        {
            _order.Release();
        }
    }
}
