using System.Globalization;

namespace Codex.Execution.Sessions;

/// <summary>A session cannot do what a call asks; the message is for the model.</summary>
public sealed class SessionException : Exception
{
    private SessionException(string message)
        : base(message)
    {
    }

    internal static SessionException Unknown(int id) => new(string.Create(CultureInfo.InvariantCulture, $"Unknown process id {id}"));

    internal static SessionException InputClosed() =>
        new("stdin is closed for this session; rerun exec_command with tty=true to keep stdin open");

    internal static SessionException WriteFailed() => new("failed to write to stdin");
}
