namespace Codex.Engine.AutoReviews;

/// <summary>Counts the denials of a turn: an agent that is denied again and again is stopped (<c>codex-rs/core/src/guardian/mod.rs</c>).</summary>
internal sealed class DenialBreaker
{
    private const int MaximumInARow = 3;
    private const int MaximumRecent = 10;
    private const int Window = 50;

    private readonly Lock _gate = new();
    private readonly Queue<bool> _recent = new(Window);
    private string? _turnId;
    private int _inARow;
    private bool _hasTripped;

    /// <summary>Counts a verdict; other ends of a review count as no denial.</summary>
    /// <returns>What to tell the user when the turn has to end; null otherwise.</returns>
    public string? Note(string turnId, bool isDenial)
    {
        lock (_gate)
        {
            if (turnId != _turnId)
                Restart(turnId);
            _inARow = isDenial ? _inARow + 1 : 0;
            if (_recent.Count == Window)
                _recent.Dequeue();
            _recent.Enqueue(isDenial);
            var recent = _recent.Count(static denied => denied);
            if (!isDenial || _hasTripped || (_inARow < MaximumInARow && recent < MaximumRecent))
                return null;
            _hasTripped = true;
            return $"Automatic approval review rejected too many approval requests for this turn ({_inARow} consecutive, {recent} in the last {Window} reviews); interrupting the turn.";
        }
    }

    private void Restart(string turnId)
    {
        (_turnId, _inARow, _hasTripped) = (turnId, 0, false);
        _recent.Clear();
    }
}
