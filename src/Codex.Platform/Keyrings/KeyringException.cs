namespace Codex.Platform.Keyrings;

/// <summary>The system's keyring cannot be used. The message holds no secret.</summary>
public sealed class KeyringException(string message, Exception? innerException = null) : Exception(message, innerException);
