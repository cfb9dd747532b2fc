using Codex.Backend.Auth.Storage;

namespace Codex.Backend.Auth.Login;

/// <summary>What a login needs.</summary>
public sealed record LoginOptions
{
    /// <summary>Root of the login server.</summary>
    public string Issuer { get; init; } = LoginConstants.Issuer;

    /// <summary>Our id with it.</summary>
    public string ClientId { get; init; } = LoginConstants.ClientId;

    /// <summary>The name of the front-end.</summary>
    public required string Originator { get; init; }

    /// <summary>Where the login is put.</summary>
    public required ICredentialStore Store { get; init; }

    /// <summary>Withdraws the tokens that a new login replaces.</summary>
    public required AuthManager Manager { get; init; }

    /// <summary>The only ChatGPT workspaces that may log in; null allows all.</summary>
    public IReadOnlyList<string>? ForcedWorkspaceIds { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the connection handler, at the first request.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }

    /// <summary>Tells the user what goes wrong on the way, a line at a time.</summary>
    public Action<string> Report { get; init; } = static _ => { };
}
