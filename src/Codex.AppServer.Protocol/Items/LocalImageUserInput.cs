namespace Codex.AppServer.Protocol.Items;

/// <summary>An image file on the server's machine.</summary>
public sealed record LocalImageUserInput(string Path, string? Detail = null) : UserInput;
