namespace Codex.ExecServer.Protocol;

/// <summary>A header; names may repeat.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
internal sealed record HttpHeaderValue(string Name, string Value);
