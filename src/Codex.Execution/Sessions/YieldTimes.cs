namespace Codex.Execution.Sessions;

/// <summary>How long a call waits before it answers with what there is (<c>core/src/unified_exec/mod.rs</c>).</summary>
public static class YieldTimes
{
    /// <summary>For a first call that does not say.</summary>
    public const ulong DefaultStartMilliseconds = 10_000;

    /// <summary>For a later call that does not say.</summary>
    public const ulong DefaultWriteMilliseconds = 250;

    private const ulong Shortest = 250;
    private const ulong Longest = 30_000;
    private const ulong ShortestListening = 5_000;

    internal static TimeSpan ForStart(ulong milliseconds) => Milliseconds(Math.Clamp(milliseconds, Shortest, Longest));

    internal static TimeSpan ForWrite(ulong milliseconds) => Milliseconds(Math.Clamp(milliseconds, Shortest, Longest));

    internal static TimeSpan ForListening(ulong milliseconds, TimeSpan longest) =>
        Milliseconds(Math.Clamp(milliseconds, ShortestListening, Math.Max(ShortestListening, (ulong)longest.TotalMilliseconds)));

    private static TimeSpan Milliseconds(ulong milliseconds) => TimeSpan.FromMilliseconds((double)milliseconds);
}
