using Codex.Tools.BuiltIn.UserCommands;

namespace Codex.Engine.UserCommands;

/// <summary>
/// Commands of the user beside a turn that runs: they end with it when it is interrupted, and the model is told about them
/// when it is asked next.
/// </summary>
internal sealed class UserShellCompanions(Session session) : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _running = [];

    /// <summary>Starts a command beside a turn.</summary>
    /// <param name="turnId">The turn.</param>
    /// <param name="command">The script.</param>
    /// <param name="interruption">Ends it with the turn.</param>
    public void Start(string turnId, string command, CancellationToken interruption)
    {
        _running.RemoveAll(static task => task.IsCompleted);
        _running.Add(Task.Run(() => RunAsync(turnId, command, interruption), CancellationToken.None));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task RunAsync(string turnId, string command, CancellationToken interruption)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(interruption, _ending.Token);
        var shell = new UserShellCommand(session.ToolBox.Commands, command);
        var result = await shell.RunAsync(new TurnHost(session, turnId), end.Token).ConfigureAwait(false);
        await session.NoteAsync(UserShellRecord.Of(command, result)).ConfigureAwait(false);
    }
}
