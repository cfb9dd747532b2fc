using System.Text.Json;

namespace Codex.AppServer.Protocol.Items;

/// <summary>A call of a tool of an MCP server.</summary>
/// <param name="Id">The call id.</param>
/// <param name="Server">Its name in the configuration.</param>
/// <param name="Tool">The raw tool name.</param>
/// <param name="Status">One of <see cref="ItemStatus"/>.</param>
/// <param name="Arguments">As the model gave them.</param>
/// <param name="Result">Null while running and when the call failed before there was one.</param>
/// <param name="Error">Why there is no result.</param>
/// <param name="DurationMs">Null while running.</param>
public sealed record McpToolCallThreadItem(
    string Id,
    string Server,
    string Tool,
    string Status,
    JsonElement Arguments,
    McpToolCallResult? Result,
    McpToolCallError? Error,
    long? DurationMs) : ThreadItem(Id);
