using Codex.Backend.Auth;

namespace Codex.Backend.Relay;

/// <summary>What a relay needs.</summary>
public sealed record RelayOptions
{
    /// <summary>Where requests go.</summary>
    public required Uri Upstream { get; init; }

    /// <summary>What they carry in place of the caller's credentials: the value of <c>Authorization</c>.</summary>
    public required Secret Authorization { get; init; }

    /// <summary>The loopback port to listen on; null is a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Whether <c>GET /shutdown</c> ends the relay.</summary>
    public bool AllowsShutdown { get; init; }

    /// <summary>The directory that gets requests and answers as JSON files; null for none.</summary>
    public string? DumpDirectory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the handler of connections to the server above, at the first request.</summary>
    public required Func<HttpMessageHandler> CreateHandler { get; init; }

    /// <summary>Tells the user what went wrong with a request.</summary>
    public required Action<string> Report { get; init; }
}
