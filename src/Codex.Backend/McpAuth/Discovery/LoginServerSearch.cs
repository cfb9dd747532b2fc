using System.Text.Json;
using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>
/// Finds the login server of an MCP server: the document about the resource names it, else the MCP server is asked itself.
/// The questions and their order are those of the library that 0.136.0 uses (rmcp 1.7.0, <c>transport/auth.rs</c>).
/// </summary>
internal sealed class LoginServerSearch(Uri resource, OAuthHttp http)
{
    /// <summary>What the MCP server itself wants to be asked for; empty when it does not tell.</summary>
    public IReadOnlyList<string> WantedScopes { get; private set; } = [];

    /// <summary>The login server; null when there is none.</summary>
    public async Task<LoginServer?> FindAsync(CancellationToken cancellationToken) =>
        await FindByResourceAsync(cancellationToken).ConfigureAwait(false) ?? await FindAtAsync(resource, cancellationToken).ConfigureAwait(false);

    private async Task<LoginServer?> FindByResourceAsync(CancellationToken cancellationToken)
    {
        if (await FindResourceDocumentAsync(cancellationToken).ConfigureAwait(false) is not { } address
            || await ReadAsync(address, cancellationToken).ConfigureAwait(false) is not { } document)
            return null;
        if (WantedScopes.Count == 0)
            WantedScopes = JsonTexts.Of(document, "scopes_supported");
        foreach (var candidate in Candidates(document))
        {
            if (Uri.TryCreate(address, candidate, out var issuer) && issuer.Scheme is "http" or "https"
                && await FindAtAsync(issuer, cancellationToken).ConfigureAwait(false) is { } server)
                return server;
        }

        return null;
    }

    private static IEnumerable<string> Candidates(JsonElement document)
    {
        if (document.Member("authorization_server")?.Text() is { } single && single.Trim().Length > 0)
            yield return single.Trim();
        foreach (var one in JsonTexts.Of(document, "authorization_servers"))
        {
            if (one.Trim().Length > 0)
                yield return one.Trim();
        }
    }

    private async Task<LoginServer?> FindAtAsync(Uri issuer, CancellationToken cancellationToken)
    {
        var places = issuer.AbsolutePath.Contains("/.well-known/", StringComparison.Ordinal) ? [issuer] : WellKnownPaths.OfLoginServer(issuer);
        foreach (var place in places)
        {
            if (await ReadAsync(place, cancellationToken).ConfigureAwait(false) is { } json && LoginServer.Read(json) is { } server)
                return server;
        }

        return null;
    }

    private async Task<Uri?> FindResourceDocumentAsync(CancellationToken cancellationToken)
    {
        foreach (var address in WellKnownPaths.OfResource(resource).Prepend(resource))
        {
            var answer = await TryGetAsync(address, cancellationToken).ConfigureAwait(false);
            if (answer is { Status: 200 })
                return address;
            if (answer is { Status: 401 } && FindChallenge(answer) is { } challenge)
            {
                WantedScopes = challenge.Scopes;
                return challenge.Metadata;
            }
        }

        return null;
    }

    private BearerChallenge? FindChallenge(OAuthAnswer answer)
    {
        foreach (var header in answer.Challenges)
        {
            if (BearerChallenge.Parse(header, resource) is { } challenge)
                return challenge;
        }

        return null;
    }

    private async Task<JsonElement?> ReadAsync(Uri address, CancellationToken cancellationToken) =>
        await TryGetAsync(address, cancellationToken).ConfigureAwait(false) is { Status: 200 } answer ? answer.Json() : null;

    private async Task<OAuthAnswer?> TryGetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await http.GetAsync(address, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
