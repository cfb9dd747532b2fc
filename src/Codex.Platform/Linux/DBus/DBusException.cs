namespace Codex.Platform.Linux.DBus;

/// <summary>The bus, or somebody on it, cannot do what was asked.</summary>
internal sealed class DBusException(string message, Exception? innerException = null) : Exception(message, innerException);
