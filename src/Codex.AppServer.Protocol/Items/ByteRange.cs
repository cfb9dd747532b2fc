namespace Codex.AppServer.Protocol.Items;

/// <summary>A range of UTF-8 bytes, end exclusive.</summary>
public sealed record ByteRange(long Start, long End);
