using Codex.Protocol.Items;

namespace Codex.Engine;

/// <summary>How a hosted search is shown in one line.</summary>
internal static class WebSearchQueries
{
    /// <summary>The query, the page, or the pattern on a page.</summary>
    public static string Describe(WebSearchAction? action) => action switch
    {
        { Type: "search", Query: { Length: > 0 } query } => query,
        { Type: "search", Queries: [var only] } => only,
        { Type: "search", Queries: [var first, ..] } => first + " ...",
        { Type: "open_page", Url: { } url } => url,
        { Type: "find_in_page", Pattern: { } pattern, Url: { } url } => $"'{pattern}' in {url}",
        { Type: "find_in_page", Pattern: { } pattern } => $"'{pattern}'",
        { Type: "find_in_page", Url: { } url } => url,
        _ => "",
    };
}
