namespace Codex.Exec;

/// <summary>What the surroundings ask of a run.</summary>
public enum ExecSignal
{
    /// <summary>End the turn; a second time: end at once.</summary>
    Interrupt,

    /// <summary>End the turn and its processes, leave a thread that can be resumed, and end with the signal's exit code.</summary>
    Terminate,
}
