namespace Codex.AppServer.Protocol.Threads;

/// <summary>Which stored thread is meant: the newest one, or the one of an id or name.</summary>
public sealed record ThreadFindParams
{
    /// <summary>An id, an exact title or a given name; null for the newest thread.</summary>
    public string? IdOrName { get; init; }

    /// <summary>Only threads that were last used in this directory; null for any.</summary>
    public string? Cwd { get; init; }

    /// <summary>Only threads of this provider, when the newest is asked for; null for any.</summary>
    public string? ModelProvider { get; init; }
}
