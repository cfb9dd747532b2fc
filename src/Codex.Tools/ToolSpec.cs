namespace Codex.Tools;

/// <summary>The compact JSON of a tool as it stands in the request's <c>tools</c>.</summary>
public sealed record ToolSpec(ReadOnlyMemory<byte> Json);
