using Codex.Backend.Auth.Storage;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Auth;

/// <summary>What an <see cref="AuthManager"/> needs.</summary>
public sealed record AuthManagerOptions
{
    /// <summary>The directory that processes share: the renewal of tokens is locked there.</summary>
    public required string CodexHome { get; init; }

    /// <summary>Where the login is kept; null keeps nothing beyond the process.</summary>
    public required ICredentialStore? Store { get; init; }

    /// <summary>Logins that are never kept: those that an embedding program hands in.</summary>
    public required MemoryCredentialStore Memory { get; init; }

    /// <summary>Where variables are read.</summary>
    public required HostEnvironment Environment { get; init; }

    /// <summary>How the program names itself to login servers.</summary>
    public required ClientIdentity Identity { get; init; }

    /// <summary>The clock that decides whether a token has expired.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the connection handler, at the first request.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }

    /// <summary>Whether <c>CODEX_API_KEY</c> counts as a login, before all others.</summary>
    public bool ReadsApiKeyVariable { get; init; }

    /// <summary>Root of ChatGPT's backend.</summary>
    public string ChatGptBaseUrl { get; init; } = LoginConstants.ChatGptBaseUrl;

    /// <summary>The only workspaces that external tokens may belong to; null allows all.</summary>
    public IReadOnlyList<string>? ForcedWorkspaceIds { get; init; }

    /// <summary>Gets module and message of what goes wrong without stopping anything.</summary>
    public Action<string, string> Log { get; init; } = static (_, _) => { };
}
