using System.Net.Http.Headers;

namespace Codex.Backend.Bedrock;

/// <summary>Authorizes requests to Bedrock on their way out.</summary>
/// <param name="access">Finds out how, at the first request.</param>
/// <param name="time">The clock of signatures.</param>
/// <param name="inner">Sends the requests.</param>
internal sealed class BedrockHandler(Func<BedrockAccess> access, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly Lazy<BedrockAccess> _found = new(access, LazyThreadSafetyMode.PublicationOnly);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_found.Value.Token is { } token)
            request.Headers.TryAddWithoutValidation("authorization", "Bearer " + token.Reveal());
        else
            await SignAsync(request, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RemoveUnderscored(request.Headers);
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        _found.Value.Signature!.Apply(request, body, time.GetUtcNow());
    }

    // The service's front door drops them before it checks the signature.
    private static void RemoveUnderscored(HttpRequestHeaders headers)
    {
        string[] names = [.. headers.NonValidated.Select(static header => header.Key).Where(static name => name.Contains('_', StringComparison.Ordinal))];
        foreach (var name in names)
            headers.Remove(name);
    }
}
