namespace Codex.Backend.Responses;

/// <summary>One model endpoint: a request goes out, its events come back.</summary>
public interface IModelClient
{
    /// <summary>The connections that the client keeps for threads; null when it keeps none.</summary>
    IThreadConnections? Connections => null;

    /// <summary>The way to have the server make conversations shorter; null when it cannot.</summary>
    IConversationCompactor? Compactor => null;

    /// <summary>
    /// Sends one request and yields its events until <see cref="ModelEvent.Completed"/>, which is always the last.
    /// Failed requests are repeated inside as far as the provider allows; a broken stream is not: the caller decides.
    /// Leaving the enumeration early, or cancelling, closes the connection.
    /// </summary>
    /// <exception cref="ModelException">The request or its stream failed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken cancellationToken);
}
