namespace Codex.Tools;

/// <summary>One call by the model.</summary>
/// <param name="CallId">The model's id of the call, taken verbatim.</param>
/// <param name="Name">The tool.</param>
/// <param name="Payload">Its input.</param>
public sealed record ToolCall(string CallId, ToolName Name, ToolPayload Payload);
