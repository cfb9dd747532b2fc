using System.Globalization;
using Codex.Platform.Processes;

namespace Codex.Execution.Snapshots;

/// <summary>
/// The snapshot of one thread: written in the background, used by the commands that start once it is there, removed at the end.
/// Whatever goes wrong, commands run as if there were none.
/// </summary>
public sealed class ShellSnapshots : IAsyncDisposable
{
    private readonly ShellSnapshotOptions _options;
    private readonly SnapshotCapture _capture;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ending = new();
    private Task _writing = Task.CompletedTask;
    private volatile ShellSnapshot? _current;
    private int _disposed;

    /// <summary>Prepares a snapshot; <see cref="Start"/> has it written.</summary>
    /// <param name="options">Where and of what.</param>
    /// <param name="spawner">Starts shells; outlives this.</param>
    /// <param name="time">The clock.</param>
    public ShellSnapshots(ShellSnapshotOptions options, IProcessSpawner spawner, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _time = time;
        _capture = new(spawner, options.Shell, options.WorkingDirectory, options.Environment, time);
    }

    /// <summary>Ends when the snapshot is there or will not come; never faults.</summary>
    internal Task Finished => _writing;

    /// <summary>Begins to write after the head start, unless the shell is of a kind that has no snapshots.</summary>
    public void Start()
    {
        if (!OperatingSystem.IsWindows() && SnapshotScripts.For(_options.Shell.Kind) is not null)
            _writing = Task.Run(WriteAsync);
    }

    /// <summary>The command to start in place of a command: one that reads the snapshot, when there is one for it.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="workingDirectory">Where it will run; absolute.</param>
    /// <param name="kept">Variables whose values are set on purpose.</param>
    public IReadOnlyList<string> Apply(IReadOnlyList<string> command, string workingDirectory, IEnumerable<string> kept) =>
        _current is { } snapshot && Path.TrimEndingDirectorySeparator(workingDirectory) == Path.TrimEndingDirectorySeparator(snapshot.Directory)
            ? SnapshotCommand.Wrap(snapshot, command, kept)
            : command;

    /// <summary>Ends writing and removes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) is not 0)
            return;
        await _ending.CancelAsync().ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        if (Interlocked.Exchange(ref _current, null) is { } snapshot)
            Remove(snapshot.File);
        _ending.Dispose();
    }

    private async Task WriteAsync()
    {
        var stamp = ((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100).ToString(CultureInfo.InvariantCulture);
        var file = Path.Combine(_options.Folder, $"{_options.ThreadId}.{stamp}.sh");
        var unfinished = Path.Combine(_options.Folder, $"{_options.ThreadId}.tmp-{stamp}");
        try
        {
            await Task.Delay(_options.HeadStart, _time, _ending.Token).ConfigureAwait(false);
            Directory.CreateDirectory(_options.Folder);
            if (await _capture.TryWriteAsync(unfinished, _ending.Token).ConfigureAwait(false))
            {
                File.Move(unfinished, file);
                _current = new(file, _options.Shell.Path, _options.WorkingDirectory);
            }
            else
            {
                _options.Log("codex_core::shell_snapshot", $"no snapshot of {_options.Shell.Path} could be made");
            }

            StaleSnapshots.Remove(_options, _time.GetUtcNow());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _options.Log("codex_core::shell_snapshot", exception.Message);
        }
        catch (OperationCanceledException)
        {
            // The thread is over before its snapshot was there.
        }

        if (_current is null)
            Remove(unfinished);
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next session removes it as a stale one.
        }
    }
}
