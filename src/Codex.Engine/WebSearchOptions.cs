using System.Collections.Immutable;

namespace Codex.Engine;

/// <summary>Settings of the hosted web search.</summary>
public sealed record WebSearchOptions
{
    /// <summary>Only results of these domains; none for all.</summary>
    public ImmutableArray<string> AllowedDomains { get; init; } = [];

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

    internal bool HasLocation => (Country ?? Region ?? City ?? Timezone) is not null;
}
