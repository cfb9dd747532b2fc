using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>What a web search did.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Search), "search")]
[JsonDerivedType(typeof(OpenPage), "openPage")]
[JsonDerivedType(typeof(FindInPage), "findInPage")]
[JsonDerivedType(typeof(Other), "other")]
public abstract record WebSearchAction
{
    /// <summary>Searched.</summary>
    public sealed record Search(string? Query, ImmutableArray<string>? Queries) : WebSearchAction;

    /// <summary>Opened a page.</summary>
    public sealed record OpenPage(string? Url) : WebSearchAction;

    /// <summary>Looked for text in a page.</summary>
    public sealed record FindInPage(string? Url, string? Pattern) : WebSearchAction;

    /// <summary>Anything else.</summary>
    public sealed record Other : WebSearchAction;
}
