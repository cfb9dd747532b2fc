namespace Codex.AppServer.Protocol.Items;

/// <summary>Why an MCP tool call has no result.</summary>
public sealed record McpToolCallError(string Message);
