using System.Runtime.CompilerServices;
using Codex.Backend.Responses;

namespace Codex.Backend.Chat;

/// <summary>
/// The Chat Completions API, translated: conversations become messages, streamed choices become the items and events that the
/// Responses API would have sent. Beyond the original, which gave it up; see docs/chat.md.
/// </summary>
public sealed class ChatModelClient(ResponsesClientOptions options) : IModelClient, IDisposable
{
    private readonly ModelHttp _http = new(options);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tools = ChatTools.Read(request.Tools);
        var content = OutgoingBody.OfJson(ChatRequestBody.Write(request, tools));
        using var response = await _http.PostAsync(
            "chat/completions", request.Context, _ => ValueTask.FromResult(content), cancellationToken).ConfigureAwait(false);
        foreach (var modelEvent in ResponseHeaders.ToEvents(response.Headers))
            yield return modelEvent;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var events = ResponseStream.ReadAsync(
            body, new ChatStreamReader(tools), options.Endpoint.StreamIdleTimeout, options.Time, observer: null, cancellationToken);
        await foreach (var modelEvent in events.ConfigureAwait(false))
            yield return modelEvent;
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
