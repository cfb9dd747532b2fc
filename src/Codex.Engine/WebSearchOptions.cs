using System.Collections.Immutable;

namespace Codex.Engine;

/// <summary>Settings of the hosted web search.</summary>
public sealed record WebSearchOptions
{
    /// <summary>Only results of these domains; null for all.</summary>
    public ImmutableArray<string>? AllowedDomains { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or null.</summary>
    public string? ContextSize { get; init; }

    /// <summary>Country of the user.</summary>
    public string? Country { get; init; }

    /// <summary>Region of the user.</summary>
    public string? Region { get; init; }

    /// <summary>City of the user.</summary>
    public string? City { get; init; }

    /// <summary>Time zone of the user.</summary>
    public string? Timezone { get; init; }

    /// <summary>Whether the server is told where the user is, be it nowhere in particular.</summary>
    public bool HasLocation { get; init; }
}
