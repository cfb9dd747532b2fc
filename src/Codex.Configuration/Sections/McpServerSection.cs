using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[mcp_servers.x]</c>; has a command or an address (<c>config/src/mcp_types.rs</c>).</summary>
public sealed record McpServerSection
{
    /// <summary>Program of a server on standard streams.</summary>
    public string? Command { get; init; }

    /// <summary>Its arguments.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Further environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Names of variables that are passed on.</summary>
    public IReadOnlyList<McpEnvironmentVariable>? EnvVars { get; init; }

    /// <summary>Working directory, as written.</summary>
    public string? Cwd { get; init; }

    /// <summary>Address of a streaming HTTP server.</summary>
    public string? Url { get; init; }

    /// <summary>Accepted to be refused.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Environment variable that holds the bearer token.</summary>
    public string? BearerTokenEnvVar { get; init; }

    /// <summary>Headers of every request.</summary>
    public IReadOnlyDictionary<string, string>? HttpHeaders { get; init; }

    /// <summary>Headers by environment variable.</summary>
    public IReadOnlyDictionary<string, string>? EnvHttpHeaders { get; init; }

    /// <summary>Where the server runs.</summary>
    public string EnvironmentId { get; init; } = "local";

    /// <summary>Whether it is started.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Whether a run fails without it.</summary>
    public bool Required { get; init; }

    /// <summary>Whether its tools may run side by side.</summary>
    public bool SupportsParallelToolCalls { get; init; }

    /// <summary>Time limit of the start.</summary>
    public TimeSpan? StartupTimeout { get; init; }

    /// <summary>Time limit of a tool call.</summary>
    public TimeSpan? ToolTimeout { get; init; }

    /// <summary>Approval mode of its tools.</summary>
    public string? DefaultToolsApprovalMode { get; init; }

    /// <summary>Only these tools.</summary>
    public IReadOnlyList<string>? EnabledTools { get; init; }

    /// <summary>Not these tools.</summary>
    public IReadOnlyList<string>? DisabledTools { get; init; }

    /// <summary>Scopes asked for at login.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Login settings.</summary>
    public McpOAuthSection? OAuth { get; init; }

    /// <summary>Resource asked for at login.</summary>
    public string? OAuthResource { get; init; }

    /// <summary>Tools by name.</summary>
    public IReadOnlyDictionary<string, McpToolSection>? Tools { get; init; }

    /// <summary>Why an administrator's requirements switch it off, or null. Not a field of files.</summary>
    public string? DisabledReason { get; init; }

    internal static McpServerSection Read(TableReader table)
    {
        table.String("name");
        var server = ReadFields(table);
        if (!table.Context.HasProblemHere() && McpTransportRules.Check(server) is { } message)
            table.Context.Report(message);
        return server;
    }

    private static McpServerSection ReadFields(TableReader table) => new()
    {
        Command = table.String("command"),
        Args = table.Strings("args"),
        Env = table.StringMap("env"),
        EnvVars = McpEnvironmentVariables.Read(table),
        Cwd = table.PathText("cwd"),
        Url = table.String("url"),
        BearerToken = table.String("bearer_token"),
        BearerTokenEnvVar = table.String("bearer_token_env_var"),
        HttpHeaders = table.StringMap("http_headers"),
        EnvHttpHeaders = table.StringMap("env_http_headers"),
        EnvironmentId = table.String("environment_id") ?? "local",
        Enabled = table.Boolean("enabled") ?? true,
        Required = table.Boolean("required") ?? false,
        SupportsParallelToolCalls = table.Boolean("supports_parallel_tool_calls") ?? false,
        StartupTimeout = McpTimeouts.ReadStartup(table),
        ToolTimeout = McpTimeouts.ReadTool(table),
        DefaultToolsApprovalMode = table.Word("default_tools_approval_mode", "auto", "prompt", "approve"),
        EnabledTools = table.Strings("enabled_tools"),
        DisabledTools = table.Strings("disabled_tools"),
        Scopes = table.Strings("scopes"),
        OAuth = table.Section("oauth", "struct McpServerOAuthConfig", McpOAuthSection.Read),
        OAuthResource = table.String("oauth_resource"),
        Tools = table.Map("tools", "struct McpServerToolConfig", McpToolSection.Read),
    };
}
