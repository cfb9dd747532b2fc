using Codex.Backend.McpAuth;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary>Parts of a server's settings as people read them.</summary>
internal static class McpServerText
{
    /// <summary>In the place of nothing.</summary>
    public const string Nothing = "-";

    private const string Secret = "*****";

    /// <summary>Whether it is used, and why not.</summary>
    public static string Status(McpServerSection server) => server switch
    {
        { Enabled: true } => "enabled",
        { DisabledReason: { } reason } => $"disabled: {reason}",
        _ => "disabled",
    };

    /// <summary>How one is logged in, as people read it.</summary>
    public static string Login(McpAuthStatus status) => status switch
    {
        McpAuthStatus.NotLoggedIn => "Not logged in",
        McpAuthStatus.BearerToken => "Bearer token",
        McpAuthStatus.OAuth => "OAuth",
        _ => "Unsupported",
    };

    /// <summary>The same for programs.</summary>
    public static string LoginWord(McpAuthStatus status) => status switch
    {
        McpAuthStatus.NotLoggedIn => "not_logged_in",
        McpAuthStatus.BearerToken => "bearer_token",
        McpAuthStatus.OAuth => "o_auth",
        _ => "unsupported",
    };

    /// <summary>Words in a row.</summary>
    public static string Words(IReadOnlyList<string>? words) => words is { Count: > 0 } ? string.Join(' ', words) : Nothing;

    /// <summary>A text, or what stands for none.</summary>
    public static string OrNothing(string? text) => string.IsNullOrEmpty(text) ? Nothing : text;

    /// <summary>Variables without their values: own ones by name, then those that are passed on.</summary>
    public static string Variables(McpServerSection server) =>
        List([.. Names(server.Env), .. (server.EnvVars ?? []).Select(static variable => variable.Name)], static name => Secret);

    /// <summary>Headers without their values.</summary>
    public static string Headers(IReadOnlyDictionary<string, string>? headers) => List([.. Names(headers)], static name => Secret);

    /// <summary>Headers with the variables that hold their values.</summary>
    public static string HeaderVariables(IReadOnlyDictionary<string, string>? headers) => List([.. Names(headers)], name => headers![name]);

    private static IEnumerable<string> Names(IReadOnlyDictionary<string, string>? pairs) =>
        (pairs?.Keys ?? []).Order(StringComparer.Ordinal);

    private static string List(IReadOnlyList<string> names, Func<string, string> value) =>
        names.Count == 0 ? Nothing : string.Join(", ", names.Select(name => $"{name}={value(name)}"));
}
