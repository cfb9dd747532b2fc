namespace Codex.Protocol.Items;

/// <summary>The answer to a <see cref="CustomToolCallItem"/>.</summary>
public sealed record CustomToolCallOutputItem(string CallId, string? Name, ToolOutputBody Output) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "custom_tool_call_output";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
