namespace Codex.Engine;

/// <summary>A thread cannot be started or taken up as it is configured.</summary>
/// <param name="message">Why.</param>
/// <param name="cause">What led to it.</param>
public sealed class SessionStartException(string message, Exception cause) : Exception(message, cause);
