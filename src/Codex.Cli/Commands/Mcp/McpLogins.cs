using Codex.Backend.Http;
using Codex.Backend.McpAuth;
using Codex.Backend.McpAuth.Storage;
using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Mcp;

/// <summary>Logins to the configured servers: where they are kept and what they are to.</summary>
/// <param name="program">The running program.</param>
/// <param name="config">The configuration.</param>
internal sealed class McpLogins(ProgramContext program, EffectiveConfig config)
{
    /// <summary>Where logins are kept.</summary>
    public IMcpTokenStore Store => field ??= McpTokenStores.Create(
        config.Settings.McpOauthCredentialsStore ?? OAuthCredentialsStore.Auto, config.CodexHome, program.Host, TimeProvider.System);

    /// <summary>Makes connections.</summary>
    public HttpMessageHandler CreateHandler() => HttpHandlerFactory.Create(program.Host);

    /// <summary>A server with an address.</summary>
    public McpServerTarget Target(string name, McpServerSection server) => new(name, server.Url!, Headers(server, program.Host));

    /// <summary>How the user is logged in to each server.</summary>
    public async Task<IReadOnlyDictionary<string, McpAuthStatus>> FindStatusesAsync(
        IReadOnlyCollection<KeyValuePair<string, McpServerSection>> servers, CancellationToken cancellationToken)
    {
        var probe = new McpAuthStatusProbe(Store, CreateHandler);
        var statuses = await Task.WhenAll(servers.Select(async entry => KeyValuePair.Create(entry.Key, entry.Value is { Url: not null, Enabled: true }
            ? await probe.FindAsync(Target(entry.Key, entry.Value), entry.Value.BearerTokenEnvVar is not null, cancellationToken)
            : McpAuthStatus.Unsupported)));
        return new Dictionary<string, McpAuthStatus>(statuses);
    }

    private static Dictionary<string, string> Headers(McpServerSection server, HostEnvironment host)
    {
        var headers = new Dictionary<string, string>(server.HttpHeaders ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, variable) in server.EnvHttpHeaders ?? new Dictionary<string, string>())
        {
            if (host.GetVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value))
                headers[name] = value;
        }

        return headers;
    }
}
