using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>An image file on the server's machine.</summary>
public sealed record LocalImageUserInput([property: JsonPropertyOrder(1)] string Path, string? Detail = null) : UserInput;
