namespace Codex.Platform.Hardening;

/// <summary>The system would not protect this process.</summary>
/// <param name="exitCode">What a program that insists ends with, as in 0.136.0.</param>
/// <param name="message">The call and its error.</param>
public sealed class HardeningException(int exitCode, string message) : Exception(message)
{
    /// <summary>What a program that insists ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
