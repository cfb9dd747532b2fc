namespace Codex.Protocol.Turns;

/// <summary>A removed file with its former content.</summary>
public sealed record DeleteFileChange(string Content) : FileChange;
