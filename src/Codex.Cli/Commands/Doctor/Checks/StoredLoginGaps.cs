using Codex.Backend.Auth;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What a stored login lacks.</summary>
internal static class StoredLoginGaps
{
    /// <summary>The gaps; none when the login can be used.</summary>
    /// <param name="stored">The login.</param>
    /// <param name="variables">The variables with credentials that are set.</param>
    public static IReadOnlyList<string> Find(AuthDocument stored, string[] variables) => stored.EffectiveMode switch
    {
        AuthMode.ApiKey when string.IsNullOrWhiteSpace(stored.ApiKey) && !variables.Contains("OPENAI_API_KEY") && !variables.Contains("CODEX_API_KEY") =>
            ["API key auth is missing an API key"],
        AuthMode.ChatGpt => OfTokens(stored, "ChatGPT auth", needsRefreshToken: true),
        AuthMode.ExternalChatGpt => OfTokens(stored, "external ChatGPT auth", needsRefreshToken: false),
        AuthMode.AgentIdentity when string.IsNullOrWhiteSpace(stored.AgentIdentity) => ["agent identity auth is missing an agent identity token"],
        _ => [],
    };

    private static List<string> OfTokens(AuthDocument stored, string name, bool needsRefreshToken)
    {
        var gaps = new List<string>();
        if (stored.Tokens is not { } tokens)
            gaps.Add($"{name} is missing token data");
        else
        {
            if (string.IsNullOrWhiteSpace(tokens.AccessToken))
                gaps.Add($"{name} is missing an access token");
            if (needsRefreshToken && string.IsNullOrWhiteSpace(tokens.RefreshToken))
                gaps.Add($"{name} is missing a refresh token");
            if (!needsRefreshToken && tokens.AccountId is null && tokens.Claims.AccountId is null)
                gaps.Add($"{name} is missing a ChatGPT account id");
        }

        if (stored.LastRefresh is null)
            gaps.Add($"{name} is missing refresh metadata");
        return gaps;
    }
}
