namespace Codex.Configuration.Locking;

/// <summary>A session is not the one that its lock file describes, or its own lock file cannot be written. The message is the original's.</summary>
public sealed class ConfigLockException(string message) : Exception(message);
