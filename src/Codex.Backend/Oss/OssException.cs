namespace Codex.Backend.Oss;

/// <summary>A local model server cannot be used; the message is what the user reads.</summary>
public sealed class OssException(string message, Exception? innerException = null) : Exception(message, innerException);
