using System.Collections.Concurrent;
using Codex.AppServer.Connections;
using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Threads;

/// <summary>The threads in memory, by id.</summary>
internal sealed class LoadedThreads : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LoadedThread> _threads = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a thread.</summary>
    public void Add(LoadedThread thread) => _threads[thread.Id] = thread;

    /// <summary>A thread, or null.</summary>
    public LoadedThread? Find(string id) => _threads.GetValueOrDefault(id);

    /// <summary>A thread.</summary>
    /// <exception cref="JsonRpcException">It is not loaded.</exception>
    public LoadedThread Get(string id) =>
        Find(id) ?? throw new JsonRpcException(JsonRpcErrorCode.InvalidRequest, $"thread not found: {id}");

    /// <summary>Ends a client's interest in a thread, and the thread with the last client.</summary>
    public async ValueTask<bool> UnsubscribeAsync(string id, ClientOutbox client)
    {
        if (Find(id) is not { } thread || !thread.Unsubscribe(client))
            return false;
        if (!thread.HasSubscribers && _threads.TryRemove(id, out _))
            await thread.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends a client's interest in all threads.</summary>
    public async ValueTask UnsubscribeAllAsync(ClientOutbox client)
    {
        foreach (var id in _threads.Keys)
            await UnsubscribeAsync(id, client).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var id in _threads.Keys)
        {
            if (_threads.TryRemove(id, out var thread))
                await thread.DisposeAsync().ConfigureAwait(false);
        }
    }
}
