using System.Text;
using Codex.Execution.Environments;
using Codex.Platform.Processes;

namespace Codex.Execution.Snapshots;

/// <summary>Writes a snapshot: asks a login shell for its state, and has another shell of the same kind read it.</summary>
/// <param name="spawner">Starts the shells.</param>
/// <param name="shell">The user's shell.</param>
/// <param name="directory">Where the shells run.</param>
/// <param name="environment">What they start with: that of commands, so that a snapshot brings nothing back that is kept from them.</param>
/// <param name="time">Measures the limit.</param>
internal sealed class SnapshotCapture(
    IProcessSpawner spawner, UserShell shell, string directory, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <summary>A shell with more state than this is not worth reading before every command.</summary>
    private const int MaximumBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    /// <summary>Writes the file, readable by the user only; false when a shell failed, printed no snapshot or took too long.</summary>
    /// <exception cref="IOException">The file could not be written.</exception>
    /// <exception cref="OperationCanceledException">It is not wanted any more.</exception>
    public async Task<bool> TryWriteAsync(string file, CancellationToken cancellationToken)
    {
        if (SnapshotScripts.For(shell.Kind) is not { } script
            || await RunAsync(shell.CommandFor(script, login: true), cancellationToken).ConfigureAwait(false) is not { } printed)
            return false;
        var start = printed.Span.IndexOf(Encoding.UTF8.GetBytes(SnapshotScripts.Marker));
        if (start < 0)
            return false;
        await WriteAsync(file, printed[start..], cancellationToken).ConfigureAwait(false);
        var reading = $"set -e; . {ShellWords.Quote(file)}";
        return await RunAsync(shell.CommandFor(reading, login: false), cancellationToken).ConfigureAwait(false) is not null;
    }

    private static async Task WriteAsync(string file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(file, options);
        await using (stream.ConfigureAwait(false))
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a command prints; null when it fails or takes too long.</summary>
    private async Task<ReadOnlyMemory<byte>?> RunAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var printed = await spawner.CaptureAsync(Request(command), MaximumBytes, either.Token).ConfigureAwait(false);
            return printed is { IsComplete: true, Status.Code: 0 } ? printed.StandardOutput : null;
        }
        catch (SpawnException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private SpawnRequest Request(IReadOnlyList<string> command) => new()
    {
        FileName = command[0],
        Arguments = command,
        WorkingDirectory = directory,
        Environment = environment,
    };
}
