using Codex.Configuration.Sections;

namespace Codex.Backend.Auth;

/// <summary>What an administrator allows users to log in with.</summary>
/// <param name="Method">The only method; null allows all.</param>
/// <param name="WorkspaceIds">The only ChatGPT workspaces; null allows all.</param>
public sealed record LoginRestrictions(LoginMethod? Method, IReadOnlyList<string>? WorkspaceIds)
{
    /// <summary>Why a login must not be used, or null. The login is then to be removed, as the text says.</summary>
    public string? WhyNot(StoredLogin login) => Violation(login) is { } reason ? $"{reason} Logging out." : null;

    private string? Violation(StoredLogin login) => Method switch
    {
        LoginMethod.Api when login.IsChatGpt => "API key login is required, but ChatGPT is currently being used.",
        LoginMethod.ChatGpt when !login.IsChatGpt => "ChatGPT login is required, but an API key is currently being used.",
        _ => WorkspaceIds is { } allowed && login.IsChatGpt ? WrongWorkspace(login, allowed) : null,
    };

    private static string? WrongWorkspace(StoredLogin login, IReadOnlyList<string> allowed)
    {
        if (login.Mode != AuthMode.AgentIdentity && login.Document?.UsableTokens is null)
            return "Failed to load ChatGPT credentials while enforcing workspace restrictions: Token data is not available..";
        var workspace = login.Mode == AuthMode.AgentIdentity ? login.AccountId : login.Claims.AccountId;
        if (workspace is not null && allowed.Contains(workspace))
            return null;
        var credentials = workspace is null ? "lack a workspace identifier" : $"belong to {workspace}";
        return $"Login is restricted to workspace(s) {string.Join(", ", allowed)}, but current credentials {credentials}.";
    }
}
