namespace Codex.Execution.Network;

/// <summary>The proxy cannot be set up as it is configured; nothing that needs it may run.</summary>
/// <param name="message">Why; holds no secret.</param>
/// <param name="cause">What led to it.</param>
public sealed class NetworkProxyException(string message, Exception? cause = null) : Exception(message, cause);
