using System.Collections.Immutable;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Engine.Notifications;

/// <summary>
/// The program that the user wants to be started when a turn is over. The turn does not wait for it, and does not care
/// whether it can be started.
/// </summary>
/// <param name="command">The program and its first arguments.</param>
/// <param name="host">The surroundings, which become the program's.</param>
internal sealed class TurnEndProgram(ImmutableArray<string> command, HostEnvironment host) : IDisposable
{
    private readonly Lazy<IProcessSpawner> _spawner = new(static () => ProcessSpawner.Create());

    /// <summary>Whether there is a program.</summary>
    public bool IsConfigured => command is [{ Length: > 0 }, ..];

    /// <summary>Starts the program.</summary>
    /// <param name="payload">Its last argument.</param>
    public Task<bool> StartAsync(string payload) =>
        new DetachedProgram(_spawner.Value).StartAsync([.. command, payload], host.CurrentDirectory, host.Variables);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_spawner.IsValueCreated)
            _spawner.Value.Dispose();
    }
}
