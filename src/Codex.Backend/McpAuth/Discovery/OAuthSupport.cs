using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>Whether a server says that it has a login, asked quickly.</summary>
/// <param name="Scopes">What can be asked for, without repetitions; empty when the server does not tell.</param>
public sealed record OAuthSupport(IReadOnlyList<string> Scopes)
{
    /// <summary>How long each place is waited for.</summary>
    internal static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Asks; null when the server tells nothing.</summary>
    /// <param name="target">The server.</param>
    /// <param name="createHandler">Makes the connection handler.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public static async Task<OAuthSupport?> FindAsync(McpServerTarget target, Func<HttpMessageHandler> createHandler, CancellationToken cancellationToken)
    {
        using var http = new OAuthHttp(createHandler, target, Timeout);
        return await FindAsync(target, http, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<OAuthSupport?> FindAsync(McpServerTarget target, OAuthHttp http, CancellationToken cancellationToken)
    {
        if (target.Address is not { } server)
            return null;
        foreach (var address in WellKnownPaths.OfSupport(server))
        {
            if (await TryReadAsync(address, http, cancellationToken).ConfigureAwait(false) is { } support)
                return support;
        }

        return null;
    }

    private static async Task<OAuthSupport?> TryReadAsync(Uri address, OAuthHttp http, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.GetAsync(address, cancellationToken).ConfigureAwait(false);
            return answer.Status == 200 && answer.Json() is { } json
                && json.Member("authorization_endpoint")?.Text() is not null && json.Member("token_endpoint")?.Text() is not null
                ? new OAuthSupport([.. JsonTexts.Of(json, "scopes_supported").Select(static scope => scope.Trim()).Where(static scope => scope.Length > 0).Distinct()])
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
