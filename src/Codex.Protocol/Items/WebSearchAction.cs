using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Items;

/// <summary>What a hosted web search did.</summary>
/// <param name="Type"><c>search</c>, <c>open_page</c>, <c>find_in_page</c> or <c>other</c>.</param>
[JsonConverter(typeof(WebSearchActionConverter))]
public sealed record WebSearchAction(
    string Type,
    string? Query = null,
    ImmutableArray<string>? Queries = null,
    string? Url = null,
    string? Pattern = null);
