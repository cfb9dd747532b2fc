using Codex.Cli.Hosting;
using Codex.Execution.Sandbox.Seatbelt;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Sandbox;

/// <summary>What the sandbox of macOS refused while a command ran, for <c>--log-denials</c>; otherwise nothing.</summary>
internal sealed class SandboxDenialReport : IAsyncDisposable
{
    private const string Program = "/usr/bin/log";

    private readonly DenialLog? _log;

    private SandboxDenialReport(DenialLog? log) => _log = log;

    /// <summary>Begins to listen where there is a mark to listen for. A log that cannot be read is a warning only.</summary>
    public static async Task<SandboxDenialReport> StartAsync(
        string? mark, IProcessSpawner spawner, HostEnvironment host, CancellationToken cancellationToken)
    {
        if (mark is null)
            return new SandboxDenialReport(null);
        try
        {
            return new SandboxDenialReport(await DenialLog.StartAsync(spawner, Program, host.Variables, mark, TimeProvider.System, cancellationToken));
        }
        catch (SpawnException exception)
        {
            StandardError.Write($"warning: what the sandbox refuses cannot be shown: {exception.Message}\n");
            return new SandboxDenialReport(null);
        }
    }

    /// <summary>Prints what was refused so far.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (_log is null)
            return;
        var denials = await _log.FinishAsync(cancellationToken);
        StandardError.Write("\n=== Sandbox denials ===\n");
        if (denials.Count == 0)
            StandardError.Write("None found.\n");
        foreach (var denial in denials)
            StandardError.Write($"({denial.Program}) {denial.Operation}\n");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _log?.DisposeAsync() ?? ValueTask.CompletedTask;
}
