namespace Codex.AppServer.Protocol.Items;

/// <summary>A cited passage: lines of a file below the memories' directory.</summary>
public sealed record MemoryCitationEntry(string Path, uint LineStart, uint LineEnd, string Note);
