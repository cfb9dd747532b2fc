namespace Codex.Engine;

/// <summary>Times one turn.</summary>
internal sealed class TurnClock(TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    /// <summary>When the turn was accepted.</summary>
    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    /// <summary>The time now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Milliseconds since the start.</summary>
    public long ElapsedMilliseconds => (long)clock.GetElapsedTime(_started).TotalMilliseconds;

    /// <summary>Milliseconds from the start to the first output of the model; null before that.</summary>
    public long? FirstTokenMilliseconds { get; private set; }

    /// <summary>Notes that the model has begun to answer.</summary>
    public void NoteOutput() => FirstTokenMilliseconds ??= ElapsedMilliseconds;
}
