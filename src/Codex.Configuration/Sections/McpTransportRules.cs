namespace Codex.Configuration.Sections;

/// <summary>Which fields a server may have with which transport.</summary>
internal static class McpTransportRules
{
    /// <summary>Why the server cannot be used, or null.</summary>
    public static string? Check(McpServerSection server)
    {
        if (server.Command is not null)
            return CheckProgram(server);
        if (server.Url is null)
            return "invalid transport";
        return Forbidden("streamable_http", ("args", server.Args), ("env", server.Env), ("env_vars", server.EnvVars), ("cwd", server.Cwd), ("bearer_token", server.BearerToken));
    }

    private static string? CheckProgram(McpServerSection server) =>
        Forbidden(
            "stdio",
            ("url", server.Url),
            ("bearer_token_env_var", server.BearerTokenEnvVar),
            ("bearer_token", server.BearerToken),
            ("http_headers", server.HttpHeaders),
            ("env_http_headers", server.EnvHttpHeaders),
            ("oauth", server.OAuth),
            ("oauth_resource", server.OAuthResource))
        ?? CheckSources(server)
        ?? CheckRemoteDirectory(server);

    private static string? Forbidden(string transport, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                return $"{name} is not supported for {transport}";
        }

        return null;
    }

    private static string? CheckSources(McpServerSection server)
    {
        foreach (var variable in server.EnvVars ?? [])
        {
            if (variable.Source is not (null or "local" or "remote"))
                return $"unsupported env_vars source `{variable.Source}`; expected `local` or `remote`";
        }

        return null;
    }

    private static string? CheckRemoteDirectory(McpServerSection server)
    {
        if (server.EnvironmentId == "local" || (server.Cwd is not null && Path.IsPathFullyQualified(server.Cwd)))
            return null;
        var message = $"remote stdio MCP servers require an absolute cwd when environment_id is `{server.EnvironmentId}`";
        return server.Cwd is null ? message : $"{message}, got `{server.Cwd}`";
    }
}
