using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>The model searches for deferred tools.</summary>
public sealed record ToolSearchCallItem(string? CallId, string? Status, string Execution, JsonElement Arguments) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "tool_search_call";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
