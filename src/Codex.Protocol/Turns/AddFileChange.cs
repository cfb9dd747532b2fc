namespace Codex.Protocol.Turns;

/// <summary>A new file with its whole content.</summary>
public sealed record AddFileChange(string Content) : FileChange;
