using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Client;

/// <summary>A connection to a server: matches answers with questions, and hands news to the processes that they are about.</summary>
internal sealed class ClientConnection : IAsyncDisposable
{
    private const string ClientName = "codex-environment";
    private const string Lost = "exec-server transport disconnected";

    private readonly IRpcTransport _transport;
    private readonly Outbox _outbox;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _questions = new();
    private readonly ConcurrentDictionary<string, RemoteProcess> _processes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _running;
    private long _lastId;

    private ClientConnection(IRpcTransport transport)
    {
        _transport = transport;
        _outbox = new Outbox(transport);
        _running = RunAsync();
    }

    /// <summary>Whether the server has gone.</summary>
    public bool IsOver => _running.IsCompleted;

    /// <summary>Introduces us to a server; the transport is owned from now on.</summary>
    /// <exception cref="IOException">It does not answer as it should, or not in time.</exception>
    public static async Task<ClientConnection> OpenAsync(IRpcTransport transport, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var connection = new ClientConnection(transport);
        try
        {
            await connection.CallAsync(
                Methods.Initialize, new InitializeParams(ClientName, ResumeSessionId: null), ExecServerJson.Wire.InitializeParams, ExecServerJson.Wire.InitializeResponse, cancellationToken)
                .WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
            await connection._outbox.AddAsync(
                RpcWriter.Notification(Methods.Initialized, new EmptyResponse(), ExecServerJson.Wire.EmptyResponse), cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
                throw new IOException($"timed out waiting for exec-server initialize handshake after {limit.TotalSeconds}s", exception);
            throw;
        }
    }

    /// <summary>Asks the server something.</summary>
    /// <exception cref="IOException">It refuses, or has gone.</exception>
    public async Task<TResult> CallAsync<TParams, TResult>(
        string method, TParams parameters, JsonTypeInfo<TParams> parametersType, JsonTypeInfo<TResult> resultType, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _questions[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            if (IsOver || !await _outbox.AddAsync(RpcWriter.Request(id, method, parameters, parametersType), cancellationToken).ConfigureAwait(false))
                throw new IOException(Lost);
            var result = await answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return result.Deserialize(resultType)!;
        }
        catch (JsonException exception)
        {
            throw new IOException($"failed to serialize or deserialize exec-server JSON: {exception.Message}", exception);
        }
        finally
        {
            _questions.TryRemove(id, out _);
        }
    }

    /// <summary>News about a process go to it from now on.</summary>
    public void Register(RemoteProcess process) => _processes[process.Key] = process;

    /// <summary>Nobody wants to hear about a process any more.</summary>
    public void Forget(RemoteProcess process) => _processes.TryRemove(process.Key, out _);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested)
            return;
        await _ending.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task RunAsync()
    {
        await Task.Yield();
        var sending = _outbox.RunAsync(_ending.Token);
        try
        {
            while (await _transport.ReceiveAsync(_ending.Token).ConfigureAwait(false) is { } json)
                await TakeAsync(RpcReader.Read(json)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidDataException or JsonException)
        {
            // The connection is over; whoever waits is told so.
        }

        _outbox.Complete();
        await sending.ConfigureAwait(false);
        await _transport.DisposeAsync().ConfigureAwait(false);
        foreach (var question in _questions.Values)
            question.TrySetException(new IOException(Lost));
        foreach (var process in _processes.Values)
            process.Lose();
    }

    private async ValueTask TakeAsync(RpcMessage message)
    {
        switch (message)
        {
            case RpcMessage.Response response when Question(response.Id) is { } question:
                question.TrySetResult(response.Result);
                break;
            case RpcMessage.Error error when Question(error.Id) is { } question:
                question.TrySetException(new IOException($"exec-server rejected request ({error.Code}): {error.Message}"));
                break;
            case RpcMessage.Notification notification:
                await NoteAsync(notification).ConfigureAwait(false);
                break;
        }
    }

    private TaskCompletionSource<JsonElement>? Question(JsonElement id) =>
        id.ValueKind == JsonValueKind.Number && _questions.TryGetValue(id.GetInt64(), out var question) ? question : null;

    private async ValueTask NoteAsync(RpcMessage.Notification notification)
    {
        if (ProcessNews.Read(notification) is { } news && _processes.TryGetValue(news.ProcessId, out var process))
            await process.TakeAsync(news).ConfigureAwait(false);
    }
}
