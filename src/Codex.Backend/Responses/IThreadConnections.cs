namespace Codex.Backend.Responses;

/// <summary>
/// A client that keeps a connection for each thread. Using it is never required: every request finds its way, but may have
/// to make its connection first.
/// </summary>
public interface IThreadConnections
{
    /// <summary>Whether requests of the thread still go over its own connection.</summary>
    bool IsActive(string threadId);

    /// <summary>
    /// Connects ahead of the thread's first request and lets the server prepare for it: the request is sent as it will be,
    /// but without a conversation, and generates nothing. Takes no longer than a connection may take.
    /// </summary>
    /// <exception cref="ModelException">That failed; a later request will try again.</exception>
    Task WarmUpAsync(ModelRequest request, CancellationToken cancellationToken);

    /// <summary>Tells the server that its last response was taken in; nothing happens without a connection.</summary>
    Task AcknowledgeAsync(string threadId, string responseId, CancellationToken cancellationToken);

    /// <summary>Sends all later requests of the thread without its own connection.</summary>
    /// <returns>Whether this call made the change.</returns>
    bool FallBack(string threadId);

    /// <summary>Closes the connection of a thread that has ended.</summary>
    void Close(string threadId);
}
