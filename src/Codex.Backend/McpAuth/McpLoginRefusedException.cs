namespace Codex.Backend.McpAuth;

/// <summary>The login page sent the user back with an error.</summary>
public sealed class McpLoginRefusedException(string? error, string? description) : McpAuthException(Words(error, description))
{
    private static string Words(string? error, string? description) => (error, description) switch
    {
        ({ }, { }) => $"OAuth provider returned `{error}`: {description}",
        ({ }, null) => $"OAuth provider returned `{error}`",
        (null, { }) => $"OAuth error: {description}",
        _ => "OAuth provider returned an error",
    };
}
