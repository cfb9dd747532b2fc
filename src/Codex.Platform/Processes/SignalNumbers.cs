namespace Codex.Platform.Processes;

/// <summary>Numbers of the signals that are sent to programs; the same on every Unix.</summary>
public static class SignalNumbers
{
    /// <summary>Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>Ends a program without appeal.</summary>
    public const int Kill = 9;

    /// <summary>Asks a program to end.</summary>
    public const int Terminate = 15;
}
