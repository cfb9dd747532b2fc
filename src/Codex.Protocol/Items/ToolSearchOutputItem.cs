using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>Tools found for a <see cref="ToolSearchCallItem"/>.</summary>
public sealed record ToolSearchOutputItem(string? CallId, string Status, string Execution, ImmutableArray<JsonElement> Tools) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "tool_search_output";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
