namespace Codex.ExecServer.Environments;

/// <summary>The file with environments cannot be used; the message says why.</summary>
/// <param name="message">The reason.</param>
public sealed class EnvironmentSettingsException(string message) : Exception($"exec-server protocol error: {message}");
