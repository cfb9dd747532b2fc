namespace Codex.Protocol.Items;

/// <summary>A search that the server ran.</summary>
public sealed record WebSearchCallItem(string? Status, WebSearchAction? Action) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "web_search_call";
}
