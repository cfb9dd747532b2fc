namespace Codex.Engine.Compaction;

/// <summary>
/// How long a context was when it began: what the server counted with the first request, or before that a guess
/// (<c>codex-rs/core/src/state/auto_compact_window.rs</c>).
/// </summary>
internal sealed class ContextPrefix
{
    private bool _isCounted;

    /// <summary>The tokens; null before the first request.</summary>
    public long? Tokens { get; private set; }

    /// <summary>A new context begins with what a compaction left.</summary>
    public void Restart(long guess)
    {
        Tokens = Math.Max(0, guess);
        _isCounted = false;
    }

    /// <summary>The server counted a request; only the first of a context is its beginning.</summary>
    public void Count(long inputTokens)
    {
        if (_isCounted)
            return;
        _isCounted = true;
        Tokens = Math.Max(0, inputTokens);
    }
}
