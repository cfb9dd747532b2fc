using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Items;

/// <summary>An image by URL, data URLs included.</summary>
public sealed record ImageUserInput([property: JsonPropertyOrder(1)] string Url, string? Detail = null) : UserInput;
