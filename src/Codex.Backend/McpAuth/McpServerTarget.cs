namespace Codex.Backend.McpAuth;

/// <summary>An MCP server with an address, as its login sees it.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Url">Its address, as written.</param>
/// <param name="Headers">What every request to it carries, variables filled in.</param>
public sealed record McpServerTarget(string Name, string Url, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The parsed address; null when it is none that can be asked.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Whether the configuration brings its own credentials.</summary>
    public bool HasAuthorization => Headers.Keys.Any(static name => name.Equals("authorization", StringComparison.OrdinalIgnoreCase));
}
