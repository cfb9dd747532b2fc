namespace Codex.Execution.Escalation;

/// <summary>
/// How a shell that asks before it starts a program talks to us (<c>shell-escalation/src/unix</c>): its execve wrapper hands a
/// stream over the inherited socket; over that go frames of JSON, each behind its length in four bytes, the lowest first.
/// </summary>
internal static class EscalationProtocol
{
    /// <summary>Tells wrappers the number of the inherited socket.</summary>
    internal const string SocketVariable = "CODEX_ESCALATE_SOCKET";

    /// <summary>Tells the patched shell what to start in place of every program.</summary>
    internal const string WrapperVariable = "EXEC_WRAPPER";

    /// <summary>The name under which our executable is the wrapper.</summary>
    internal const string WrapperName = "codex-execve-wrapper";

    /// <summary>The number of the socket in commands; above what scripts choose by hand.</summary>
    internal const int SocketNumber = 40;

    /// <summary>The length in front of a frame.</summary>
    internal const int PrefixSize = sizeof(uint);

    /// <summary>The longest frame: no kernel starts a program with as much.</summary>
    internal const int MaximumFrame = 8 * 1024 * 1024;

    /// <summary>The exit code of a program whose end is not known.</summary>
    internal const int UnknownExitCode = 127;

    /// <summary>What shells add to the number of the signal that ended a program.</summary>
    internal const int SignalExitCode = 128;
}
