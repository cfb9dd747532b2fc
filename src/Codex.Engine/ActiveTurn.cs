using System.Threading.Channels;

namespace Codex.Engine;

/// <summary>The turn that runs now, its cancellation and its end.</summary>
internal sealed class ActiveTurn : IDisposable
{
    private readonly CancellationTokenSource _interruption = new();

    public ActiveTurn(Turn turn, ChannelWriter<Submission> submissions)
    {
        Turn = turn;
        Completion = Task.Run(async () =>
        {
            await turn.RunAsync(_interruption.Token).ConfigureAwait(false);
            submissions.TryWrite(new Submission.TurnEnded(turn));
        });
    }

    /// <summary>The turn.</summary>
    public Turn Turn { get; }

    /// <summary>Ends with the turn; never faults.</summary>
    public Task Completion { get; }

    /// <summary>Asks the turn to stop; its terminal event follows.</summary>
    public void Interrupt() => _interruption.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _interruption.Dispose();
}
