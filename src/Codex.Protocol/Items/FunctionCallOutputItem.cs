namespace Codex.Protocol.Items;

/// <summary>The answer to a <see cref="FunctionCallItem"/> or <see cref="LocalShellCallItem"/>.</summary>
public sealed record FunctionCallOutputItem(string CallId, ToolOutputBody Output) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "function_call_output";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
