using System.Text;
using System.Text.Json;
using Codex.Backend.Auth.Http;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.McpAuth.Storage;
using Codex.Backend.Responses;

namespace Codex.Backend.McpAuth.Login;

/// <summary>Asks a login server for tokens.</summary>
/// <param name="server">The login server.</param>
/// <param name="client">What we are to it.</param>
/// <param name="target">The MCP server that the tokens are for.</param>
/// <param name="http">The way to it.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenRequests(LoginServer server, OAuthClient client, McpServerTarget target, OAuthHttp http, TimeProvider time)
{
    /// <summary>Redeems a code.</summary>
    /// <exception cref="McpAuthException">It cannot be redeemed.</exception>
    public Task<McpTokens> RedeemAsync(string code, string verifier, string redirectUri, CancellationToken cancellationToken) => SendAsync(
        QueryText.Of(
            ("grant_type", "authorization_code"), ("code", code), ("code_verifier", verifier), ("client_id", FormId), ("client_secret", FormSecret),
            ("redirect_uri", redirectUri), ("resource", target.Address!.AbsoluteUri)),
        "OAuth token exchange failed",
        cancellationToken);

    /// <summary>Obtains new tokens; what the answer leaves out stays.</summary>
    /// <exception cref="McpAuthException">There are none.</exception>
    public async Task<McpTokens> RefreshAsync(McpTokens old, CancellationToken cancellationToken)
    {
        var scope = old.Scopes.Count > 0 ? string.Join(' ', old.Scopes) : null;
        var form = QueryText.Of(
            ("grant_type", "refresh_token"), ("refresh_token", old.RefreshToken), ("scope", scope), ("client_id", FormId), ("client_secret", FormSecret));
        var tokens = await SendAsync(form, "OAuth token refresh failed", cancellationToken).ConfigureAwait(false);
        return tokens with { RefreshToken = tokens.RefreshToken ?? old.RefreshToken, Scopes = tokens.Scopes.Count > 0 ? tokens.Scopes : old.Scopes };
    }

    private string? FormId => Authorization is null ? client.Id : null;

    private string? FormSecret => Authorization is null ? client.Secret : null;

    private string? Authorization => client.Secret is { } secret && !server.TakesSecretInForm
        ? "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(secret)}"))
        : null;

    private async Task<McpTokens> SendAsync(string form, string failure, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.PostFormAsync(server.TokenEndpoint, form.Replace("%20", "+", StringComparison.Ordinal), Authorization, cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess && answer.Json() is { } json && json.Member("access_token")?.Text() is { Length: > 0 } token
                ? Read(token, json)
                : throw new McpAuthException($"{failure}: {Refusal(answer)}");
        }
        catch (HttpRequestException exception)
        {
            throw new McpAuthException($"{failure}: Request failed", [exception.Message], exception);
        }
    }

    private McpTokens Read(string token, JsonElement json) => new(target.Name, target.Url, client.Id, token)
    {
        RefreshToken = json.Member("refresh_token")?.Text(),
        ExpiresAt = Seconds(json) is { } seconds ? time.GetUtcNow() + TimeSpan.FromSeconds(seconds) : null,
        Scopes = json.Member("scope")?.Text()?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
    };

    private static long? Seconds(JsonElement json) =>
        json.Member("expires_in") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var seconds) && seconds is >= 0 and <= int.MaxValue ? seconds : null;

    // An answer that explains itself is quoted, any other one only described: it may hold anything.
    private string Refusal(OAuthAnswer answer)
    {
        if (answer.Json() is { } json && json.Member("error")?.Text() is { } error)
            return $"Server returned error response: {error}{(json.Member("error_description")?.Text() is { } description ? $": {description}" : "")}";
        return $"{server.TokenEndpoint.Host} answered {StatusText.Of(answer.Status)} without a token";
    }
}
