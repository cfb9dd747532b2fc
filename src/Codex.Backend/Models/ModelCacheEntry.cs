namespace Codex.Backend.Models;

/// <summary>A catalog as a server sent it, kept for the next start.</summary>
/// <param name="FetchedAt">When it was fetched, or last known to be current.</param>
/// <param name="Etag">The server's version of it.</param>
/// <param name="ClientVersion">The version of the program that fetched it: servers answer by version.</param>
/// <param name="Models">The entries.</param>
internal sealed record ModelCacheEntry(DateTimeOffset FetchedAt, string? Etag, string? ClientVersion, IReadOnlyList<ModelInfo> Models)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(300);

    /// <summary>
    /// Whether the entry may stand in for the server's answer. One from the future counts only as far as clocks
    /// usually differ, so that a clock that was once wrong does not freeze the catalog.
    /// </summary>
    public bool IsFresh(string clientVersion, DateTimeOffset now) =>
        ClientVersion == clientVersion && (now - FetchedAt).Duration() <= s_lifetime;
}
