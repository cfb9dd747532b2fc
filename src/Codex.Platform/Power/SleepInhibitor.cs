using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Platform.Power;

/// <summary>
/// Keeps the machine from going to sleep while it is held. On Linux and macOS a program of the system does so as long as it
/// runs, and it ends with us; elsewhere, and where there is no such program, nothing happens.
/// Not safe for several threads.
/// </summary>
/// <param name="host">Its <c>PATH</c> is where the programs are looked for.</param>
/// <param name="spawner">Starts them.</param>
public sealed class SleepInhibitor(HostEnvironment host, IProcessSpawner spawner) : IAsyncDisposable
{
    private IRunningProcess? _running;
    private int _preferred;

    /// <summary>Holds it; true when something keeps the machine awake now.</summary>
    public async Task<bool> HoldAsync()
    {
        if (_running is { Completion.IsCompleted: false })
            return true;
        if (_running is not null)
            _preferred++; // It gave up by itself; perhaps another one does not.
        await ReleaseAsync().ConfigureAwait(false);
        var commands = InhibitCommands.Of(host);
        for (var attempt = 0; attempt < commands.Count && _running is null; attempt++)
            await TryAsync(commands, (_preferred + attempt) % commands.Count).ConfigureAwait(false);
        return _running is not null;
    }

    /// <summary>Lets it go; harmless when it is not held.</summary>
    public async Task ReleaseAsync()
    {
        if (_running is { } ended)
        {
            _running = null;
            await ended.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ReleaseAsync().ConfigureAwait(false);

    // The one that worked is the first to be asked the next time.
    private async Task TryAsync(IReadOnlyList<IReadOnlyList<string>> commands, int index)
    {
        try
        {
            _running = await spawner.StartAsync(new SpawnRequest
            {
                FileName = commands[index][0],
                Arguments = commands[index],
                WorkingDirectory = "/",
                Environment = host.Variables,
                Stdio = StdioMode.Pipes,
            }).ConfigureAwait(false);
            _preferred = index;
        }
        catch (SpawnException)
        {
            // Not on this machine.
        }
    }
}
