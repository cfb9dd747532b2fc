namespace Codex.Protocol.Items;

/// <summary>The model calls a function tool.</summary>
/// <param name="Name">Tool name.</param>
/// <param name="Namespace">Namespace of the tool; absent when null.</param>
/// <param name="Arguments">JSON text as the model wrote it, possibly malformed.</param>
/// <param name="CallId">Correlates call and output.</param>
public sealed record FunctionCallItem(string Name, string? Namespace, string Arguments, string CallId) : ResponseItem
{
    /// <inheritdoc/>
    public override string Type => "function_call";

    /// <inheritdoc/>
    public override string? CorrelationId => CallId;
}
