using Codex.AppServer;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Sessions;

/// <summary>The stored threads of a home directory, for the app-server.</summary>
internal sealed class RolloutDirectory(string codexHome) : IThreadDirectory
{
    private readonly RolloutLocator _locator = new(codexHome);

    public string? FindById(string threadId) => _locator.FindById(threadId);

    public string? FindArchivedById(string threadId) => _locator.FindArchivedById(threadId);

    public string? FindLatest(string? modelProvider, string? workingDirectory, CancellationToken cancellationToken) =>
        _locator.FindLatest(modelProvider, workingDirectory, cancellationToken);

    public string? FindByName(string name, string? workingDirectory, CancellationToken cancellationToken) =>
        _locator.FindByName(name, workingDirectory, cancellationToken);

    public string? ThreadIdOf(string rolloutPath) => RolloutLayout.ThreadIdOf(rolloutPath);
}
