using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>One running command: collects its output for the next call and for its end, and reports both.</summary>
internal sealed class CommandSession
{
    private readonly Lock _gate = new();
    private readonly HeadTailBuffer _recent = new(HeadTailBuffer.DefaultCapacity);
    private readonly HeadTailBuffer _everything = new(HeadTailBuffer.DefaultCapacity);
    private readonly LaunchedProcess _launched;
    private readonly ICommandEvents _events;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CommandSession(int id, string callId, bool hasTerminal, LaunchedProcess launched, ICommandEvents events, TimeProvider time)
    {
        Id = id;
        CallId = callId;
        HasTerminal = hasTerminal;
        _launched = launched;
        _events = events;
        _time = time;
        _started = LastUsed = time.GetTimestamp();
    }

    internal int Id { get; }

    internal string CallId { get; }

    internal bool HasTerminal { get; }

    internal bool IsSandboxed => _launched.IsSandboxed;

    internal long LastUsed { get; set; }

    internal IRunningProcess Process => _launched.Process;

    /// <summary>The exit code; complete once the end has been reported and nothing of the command is left.</summary>
    internal Task<int> Ended => _ended.Task;

    /// <summary>Follows the command to its end; called once.</summary>
    internal async Task RunAsync()
    {
        var exitCode = -1;
        try
        {
            await _events.StartedAsync(Id).ConfigureAwait(false);
            await ReadOutputAsync().ConfigureAwait(false);
            exitCode = ExitCodeOf(await Process.Completion.ConfigureAwait(false));
            await _launched.DisposeAsync().ConfigureAwait(false);
            await _events.EndedAsync(new(Id, exitCode, DecodeEverything(), _time.GetElapsedTime(_started))).ConfigureAwait(false);
        }
        finally
        {
            await _launched.DisposeAsync().ConfigureAwait(false);
            _ended.TrySetResult(exitCode);
        }
    }

    /// <summary>From now on output counts as printed during a call.</summary>
    internal void BeginCall()
    {
        lock (_gate)
            _recent.ForgetDropped();
    }

    internal CommandOutput TakeOutput()
    {
        lock (_gate)
            return _recent.Drain();
    }

    private async Task ReadOutputAsync()
    {
        OutputDeltas deltas = new(OutputStream.StandardOutput, _events);
        await OutputReading.ReadAsync(Process, _time, chunk => TakeAsync(chunk, deltas)).ConfigureAwait(false);
        await deltas.FlushAsync().ConfigureAwait(false);
    }

    private ValueTask TakeAsync(OutputChunk chunk, OutputDeltas deltas)
    {
        lock (_gate)
        {
            _recent.Append(chunk.Bytes.Span);
            _everything.Append(chunk.Bytes.Span);
        }

        return deltas.AddAsync(chunk.Bytes);
    }

    private string DecodeEverything()
    {
        lock (_gate)
            return _everything.Drain().ToText();
    }

    /// <summary>0.136.0 reports a signal as -1, and as 1 on a terminal.</summary>
    private int ExitCodeOf(ExitStatus status) => status.Code ?? (HasTerminal && status.Signal is not null ? 1 : -1);
}
