namespace Codex.Backend.WebSockets;

/// <summary>The connection of one thread between its requests. A request takes it, so no two ever share it.</summary>
internal sealed class ThreadConnection : IDisposable
{
    private readonly Lock _lock = new();
    private WebSocketLink? _link;
    private bool _isClosed;

    /// <summary>Whether the thread's requests go over HTTP from now on.</summary>
    public bool HasFallenBack { get; private set; }

    /// <summary>The connection, when no request uses it.</summary>
    public WebSocketLink? Link
    {
        get
        {
            lock (_lock)
                return _link;
        }
    }

    /// <summary>Takes the connection; null when there is none that can be used for this window of the conversation.</summary>
    public WebSocketLink? Take(string windowId)
    {
        lock (_lock)
        {
            var link = _link;
            _link = null;
            if (link is null || (link.IsUsable && link.WindowId == windowId))
                return link;
            link.Dispose();
            return null;
        }
    }

    /// <summary>Puts a connection back, or ends it when it is of no more use.</summary>
    public void Keep(WebSocketLink link)
    {
        lock (_lock)
        {
            if (link.IsUsable && _link is null && !HasFallenBack && !_isClosed)
                _link = link;
            else
                link.Dispose();
        }
    }

    /// <returns>Whether this call made the change.</returns>
    public bool FallBack()
    {
        lock (_lock)
        {
            var isChange = !HasFallenBack;
            HasFallenBack = true;
            Drop();
            return isChange;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            Drop();
        }
    }

    private void Drop()
    {
        _link?.Dispose();
        _link = null;
    }
}
