namespace Codex.Backend.Models;

/// <summary>When a catalog asks its server.</summary>
public enum CatalogRefresh
{
    /// <summary>Never: a fresh cache counts, nothing else.</summary>
    Offline,

    /// <summary>When the cache is not fresh.</summary>
    IfUncached,

    /// <summary>Always.</summary>
    Online,
}
