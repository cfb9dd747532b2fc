using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Processes;

/// <summary>The processes of a session by the client's names. One that is over can be read for thirty seconds more.</summary>
/// <param name="starter">Starts processes.</param>
/// <param name="time">The clock.</param>
/// <param name="notify">Sends a notification.</param>
internal sealed class ProcessTable(ProcessStarter starter, TimeProvider time, Func<ReadOnlyMemory<byte>, ValueTask> notify) : IAsyncDisposable
{
    private static readonly TimeSpan s_keptWhenClosed = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServerProcess?> _processes = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Starts a process; nothing is told of it before it is followed.</summary>
    /// <exception cref="RpcException">The name is taken, or it cannot be started.</exception>
    public async ValueTask<ServerProcess> StartAsync(ProcessStartParams parameters, CancellationToken cancellationToken)
    {
        if (parameters.Argv.Count == 0)
            throw RpcException.InvalidParams("argv must not be empty");
        Reserve(parameters.ProcessId);
        try
        {
            var launched = await starter.StartAsync(parameters, cancellationToken).ConfigureAwait(false);
            return Keep(new ServerProcess(parameters, launched, time, notify));
        }
        catch
        {
            Forget(parameters.ProcessId);
            throw;
        }
    }

    /// <summary>Tells what happens to a process from now on.</summary>
    public void Follow(ServerProcess process)
    {
        lock (_gate)
        {
            _running.RemoveWhere(static task => task.IsCompleted);
            _running.Add(FollowAsync(process));
        }
    }

    /// <summary>Retained output; waits for something new when asked to.</summary>
    /// <exception cref="RpcException">There is no such process.</exception>
    public ValueTask<ProcessReadResponse> ReadAsync(ProcessReadParams parameters, CancellationToken cancellationToken) =>
        !TryFind(parameters.ProcessId, out var process) ? throw RpcException.InvalidRequest($"unknown process id {parameters.ProcessId}")
        : process is null ? throw RpcException.InvalidRequest($"process id {parameters.ProcessId} is starting")
        : process.ReadAsync(parameters, cancellationToken);

    /// <summary>Types into a process; says what became of it.</summary>
    /// <exception cref="RpcException">The process takes no more.</exception>
    public async ValueTask<string> WriteAsync(ProcessWriteParams parameters, CancellationToken cancellationToken) =>
        !TryFind(parameters.ProcessId, out var process) ? "unknownProcess"
        : process is null ? "starting"
        : await process.WriteAsync(parameters.Chunk, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends a process; whether it still ran.</summary>
    public bool Terminate(string processId) => TryFind(processId, out var process) && process?.Terminate() == true;

    /// <summary>Ends every process and waits for their ends.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        lock (_gate)
        {
            foreach (var process in _processes.Values)
                process?.Terminate();
            running = [.. _running];
        }

        await _ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(false);
        _ending.Dispose();
    }

    private void Reserve(string processId)
    {
        lock (_gate)
        {
            if (!_processes.TryAdd(processId, null))
                throw RpcException.InvalidRequest($"process {processId} already exists");
        }
    }

    private ServerProcess Keep(ServerProcess process)
    {
        lock (_gate)
            _processes[process.Id] = process;
        return process;
    }

    private async Task FollowAsync(ServerProcess process)
    {
        using (process)
            await process.RunAsync(_ending.Token).ConfigureAwait(false);
        await Task.Delay(s_keptWhenClosed, time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Forget(process.Id);
    }

    private bool TryFind(string processId, out ServerProcess? process)
    {
        lock (_gate)
            return _processes.TryGetValue(processId, out process);
    }

    private void Forget(string processId)
    {
        lock (_gate)
            _processes.Remove(processId);
    }
}
