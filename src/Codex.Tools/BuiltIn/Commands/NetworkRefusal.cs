namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Ends a command when the user refuses a host that it wants to reach (0.136: core/src/tools/network_approval.rs).</summary>
internal sealed class NetworkRefusal : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _ending;
    private bool _isOver;

    internal NetworkRefusal(CancellationToken cancellationToken) =>
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Why the command was ended; null when it was not.</summary>
    internal string? Text { get; private set; }

    internal CancellationToken Token => _ending.Token;

    /// <summary>The first refusal ends the command; a command that has answered already goes on without the host.</summary>
    internal void Set(string text)
    {
        lock (_gate)
        {
            if (_isOver || Text is not null)
                return;
            Text = text;
        }

        // Whoever waits for the command goes on elsewhere.
        _ = _ending.CancelAsync();
    }

    public void Dispose()
    {
        lock (_gate)
            _isOver = true;
        if (Text is null)
            _ending.Dispose();
    }
}
