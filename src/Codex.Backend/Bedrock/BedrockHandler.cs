using System.Net.Http.Headers;

namespace Codex.Backend.Bedrock;

/// <summary>Authorizes requests to Bedrock on their way out.</summary>
/// <param name="authorization">Finds out how, at the first request.</param>
/// <param name="time">The clock of signatures.</param>
/// <param name="inner">Sends the requests.</param>
internal sealed class BedrockHandler(Func<BedrockAuthorization> authorization, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lazy<BedrockAuthorization> _found = new(authorization, LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_found.Value.Token is { } token)
            request.Headers.TryAddWithoutValidation("authorization", "Bearer " + token);
        else
            await SignAsync(request, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _found.IsValueCreated)
            _found.Value.Dispose();
        base.Dispose(disposing);
    }

    private async Task SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RemoveUnderscored(request.Headers);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        var signature = await _found.Value.SignatureAsync(cancellationToken).ConfigureAwait(false);
        signature.Apply(request, body, time.GetUtcNow());
    }

    // The service's front door drops them before it checks the signature.
    private static void RemoveUnderscored(HttpRequestHeaders headers)
    {
        string[] names = [.. headers.NonValidated.Select(static header => header.Key).Where(static name => name.Contains('_', StringComparison.Ordinal))];
        foreach (var name in names)
            headers.Remove(name);
    }
}
