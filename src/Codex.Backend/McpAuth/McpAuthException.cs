using Codex.Backend.Auth;

namespace Codex.Backend.McpAuth;

/// <summary>The login to an MCP server has failed. Messages hold no secrets.</summary>
/// <param name="message">What failed.</param>
/// <param name="causes">Why, from the outside to the inside.</param>
/// <param name="innerException">What was caught.</param>
public class McpAuthException(string message, IReadOnlyList<string>? causes = null, Exception? innerException = null) : AuthException(message, innerException)
{
    /// <summary>Why, from the outside to the inside.</summary>
    public IReadOnlyList<string> Causes { get; } = causes ?? [];
}
