using Codex.Backend.Auth.Http;

namespace Codex.Backend.Auth.Login;

/// <summary>The page that the user logs in at.</summary>
internal static class AuthorizeUrl
{
    private const string Scope = "openid profile email offline_access api.connectors.read api.connectors.invoke";

    /// <summary>The address, parameters in the original's order.</summary>
    public static string Build(LoginOptions options, string redirectUri, PkceCodes codes, string state) =>
        $"{options.Issuer}/oauth/authorize?" + QueryText.Of(
            ("response_type", "code"),
            ("client_id", options.ClientId),
            ("redirect_uri", redirectUri),
            ("scope", Scope),
            ("code_challenge", codes.Challenge),
            ("code_challenge_method", "S256"),
            ("id_token_add_organizations", "true"),
            ("codex_cli_simplified_flow", "true"),
            ("state", state),
            ("originator", options.Originator),
            ("allowed_workspace_id", options.ForcedWorkspaceIds is { } ids ? string.Join(',', ids) : null));
}
