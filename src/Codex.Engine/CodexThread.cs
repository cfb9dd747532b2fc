using System.Collections.Immutable;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Turns;

namespace Codex.Engine;

/// <summary>A conversation with the agent. A cheap handle: the session behind it owns all state.</summary>
public sealed class CodexThread : IAsyncDisposable
{
    private readonly Session _session;
    private readonly Action<CodexThread> _closed;

    internal CodexThread(Session session, Action<CodexThread> closed)
    {
        _session = session;
        _closed = closed;
    }

    /// <summary>The thread's id, a UUIDv7.</summary>
    public string Id => _session.ThreadId;

    /// <summary>The settings the thread started with; also its first event.</summary>
    public SessionConfiguredEvent Configured => _session.Configured;

    /// <summary>Hands an operation to the thread.</summary>
    /// <returns>The id of the turn that takes it; empty for operations without one.</returns>
    /// <exception cref="InvalidOperationException">The thread has been shut down.</exception>
    public ValueTask<string> SubmitAsync(Op op, CancellationToken cancellationToken) => _session.SubmitAsync(op, cancellationToken);

    internal Session Session => _session;

    /// <summary>
    /// All events of the thread, in order, from its beginning. One reader at a time; ends after
    /// <see cref="ShutdownCompleteEvent"/>. Every accepted turn has exactly one terminal event.
    /// </summary>
    public IAsyncEnumerable<Event> ReadEventsAsync(CancellationToken cancellationToken) => _session.ReadEventsAsync(cancellationToken);

    internal Task<IReadOnlyList<ReadOnlyMemory<byte>>> PreviewAsync(ImmutableArray<UserInput> input, CancellationToken cancellationToken) =>
        PromptPreview.BuildAsync(_session, input, cancellationToken);

    /// <summary>Shuts the thread down: ends its turn and its processes, and closes its rollout.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed(this);
        await _session.DisposeAsync().ConfigureAwait(false);
    }
}
