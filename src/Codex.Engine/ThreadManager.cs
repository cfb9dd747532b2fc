using System.Collections.Immutable;
using Codex.Protocol.Turns;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>
/// The front door of the engine: starts threads and takes up recorded ones. Threads are independent of each other;
/// disposing the manager ends those that still run.
/// </summary>
public sealed class ThreadManager(EngineServices services) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<CodexThread> _threads = [];
    private bool _disposed;

    /// <summary>Starts a new thread. Nothing is written until its first turn.</summary>
    /// <exception cref="SessionStartException">What it is to use cannot be set up.</exception>
    public Task<CodexThread> StartAsync(ThreadStartOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = services.Ids.NewVersion7().ToString("D");
        return Task.FromResult(Open(new Session(services, options, id, history: null, rolloutPath: null)));
    }

    /// <summary>Takes up the thread recorded in a rollout file; its next turn goes on in the same file.</summary>
    /// <exception cref="SessionStartException">What it is to use cannot be set up.</exception>
    /// <exception cref="RolloutException">The file is no usable rollout.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<CodexThread> ResumeAsync(string rolloutPath, ThreadStartOptions options, CancellationToken cancellationToken)
    {
        var history = await Task.Run(() => RolloutReader.Read(rolloutPath), cancellationToken).ConfigureAwait(false);
        return Open(new Session(services, options, history.Meta.Id, history, rolloutPath));
    }

    /// <summary>The input of the first request that a new thread would make, item by item. Nothing is sent and nothing is kept.</summary>
    /// <param name="options">The thread.</param>
    /// <param name="input">What the user would say; empty for the context alone.</param>
    /// <param name="cancellationToken">Ends the reading of images.</param>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> PreviewAsync(
        ThreadStartOptions options, ImmutableArray<UserInput> input, CancellationToken cancellationToken)
    {
        var thread = await StartAsync(options with { Ephemeral = true, ModelClient = new PreviewModelClient() }, cancellationToken).ConfigureAwait(false);
        await using (thread.ConfigureAwait(false))
            return await thread.PreviewAsync(input, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An open thread; null when there is none of that id.</summary>
    public CodexThread? Find(string threadId)
    {
        lock (_gate)
            return _threads.FirstOrDefault(thread => thread.Id == threadId);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        CodexThread[] open;
        lock (_gate)
        {
            _disposed = true;
            open = [.. _threads];
            _threads.Clear();
        }

        foreach (var thread in open)
            await thread.DisposeAsync().ConfigureAwait(false);
    }

    private CodexThread Open(Session session)
    {
        var thread = new CodexThread(session, Forget);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _threads.Add(thread);
        }

        return thread;
    }

    private void Forget(CodexThread thread)
    {
        lock (_gate)
            _threads.Remove(thread);
    }
}
