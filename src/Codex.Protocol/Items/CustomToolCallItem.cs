namespace Codex.Protocol.Items;

/// <summary>The model calls a freeform tool.</summary>
/// <param name="Status">As sent by the server; absent when null.</param>
/// <param name="CallId">Correlates call and output.</param>
/// <param name="Name">Tool name.</param>
/// <param name="Input">Free text.</param>
public sealed record CustomToolCallItem(string? Status, string CallId, string Name, string Input) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "custom_tool_call";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
