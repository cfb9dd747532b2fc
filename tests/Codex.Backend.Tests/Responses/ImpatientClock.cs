namespace Codex.Backend.Tests.Responses;

/// <summary>The real clock, except that waits of under a minute are over at once.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromMinutes(1) ? TimeSpan.FromTicks(1) : dueTime, period);
}
