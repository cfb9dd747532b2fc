namespace Codex.Backend.Replay;

/// <summary>A cassette cannot be read; the message names the file and the line.</summary>
public sealed class CassetteException(string message, Exception? innerException = null) : Exception(message, innerException);
