namespace Codex.AppServer.Protocol.Items;

/// <summary>An image by URL, data URLs included.</summary>
public sealed record ImageUserInput(string Url, string? Detail = null) : UserInput;
