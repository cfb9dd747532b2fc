namespace Codex.Execution.Sandbox;

/// <summary>A sandbox cannot enforce what the profile says; the command must not run.</summary>
public sealed class SandboxException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be enforced, for the user.</param>
    public SandboxException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public SandboxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception without a text.</summary>
    public SandboxException()
    {
    }
}
