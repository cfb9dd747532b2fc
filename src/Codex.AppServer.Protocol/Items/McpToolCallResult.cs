using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>What an MCP tool answered; the parts are the server's own.</summary>
public sealed record McpToolCallResult(
    ImmutableArray<JsonElement> Content,
    JsonElement? StructuredContent,
    [property: JsonPropertyName("_meta")] JsonElement? Meta);
