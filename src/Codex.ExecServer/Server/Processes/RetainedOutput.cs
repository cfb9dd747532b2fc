using Codex.ExecServer.Protocol;

namespace Codex.ExecServer.Server.Processes;

/// <summary>The latest output of a process and its state, numbered. Bounded: older output goes when newer comes.</summary>
/// <param name="time">The clock of waiting readers.</param>
internal sealed class RetainedOutput(TimeProvider time)
{
    private const int Capacity = 1024 * 1024;

    /// <summary>The longest wait that the clock can measure, less a little.</summary>
    private const ulong LongestWaitMilliseconds = 4_000_000_000;

    private readonly Lock _gate = new();
    private readonly Queue<ProcessChunk> _chunks = [];
    private long _bytes;
    private ulong _next = 1;
    private int? _exitCode;
    private bool _closed;
    private TaskCompletionSource _change = NewChange();

    /// <summary>Whether the end has been recorded.</summary>
    public bool HasExited
    {
        get
        {
            lock (_gate)
                return _exitCode is not null;
        }
    }

    /// <summary>Records output.</summary>
    public ulong Add(string stream, byte[] bytes) => Record(seq =>
    {
        _chunks.Enqueue(new ProcessChunk(seq, stream, bytes));
        _bytes += bytes.Length;
        while (_bytes > Capacity && _chunks.TryDequeue(out var oldest))
            _bytes -= oldest.Chunk.Length;
    });

    /// <summary>Records the end.</summary>
    public ulong Exit(int code) => Record(_ => _exitCode = code);

    /// <summary>Records that nothing more comes.</summary>
    public ulong Close() => Record(_ => _closed = true);

    /// <summary>What is retained behind a number; waits for something new when asked to.</summary>
    public async ValueTask<ProcessReadResponse> ReadAsync(ProcessReadParams parameters, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var wait = TimeSpan.FromMilliseconds(Math.Min(parameters.WaitMs ?? 0, LongestWaitMilliseconds));
        while (true)
        {
            var (response, change) = Look(parameters);
            var left = wait - time.GetElapsedTime(started);
            if (IsNews(response, parameters.AfterSeq ?? 0) || left <= TimeSpan.Zero)
                return response;
            try
            {
                await change.WaitAsync(left, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Looked at once more.
            }
        }
    }

    private static bool IsNews(ProcessReadResponse response, ulong after) =>
        response.Chunks.Count > 0 || response.Closed || (response.Exited && after < response.NextSeq - 1);

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ulong Record(Action<ulong> record)
    {
        TaskCompletionSource changed;
        ulong seq;
        lock (_gate)
        {
            seq = _next++;
            record(seq);
            changed = _change;
            _change = NewChange();
        }

        changed.SetResult();
        return seq;
    }

    private (ProcessReadResponse Response, Task Change) Look(ProcessReadParams parameters)
    {
        lock (_gate)
        {
            var chunks = Behind(parameters.AfterSeq ?? 0, parameters.MaxBytes ?? ulong.MaxValue);
            var next = chunks.Count > 0 ? chunks[^1].Seq + 1 : _next;
            return (new(chunks, next, _exitCode is not null, _exitCode, _closed, Failure: null), _change.Task);
        }
    }

    // The first chunk is returned whatever its size, so that a reader gets on.
    private List<ProcessChunk> Behind(ulong after, ulong mostBytes)
    {
        List<ProcessChunk> chunks = [];
        var total = 0UL;
        foreach (var chunk in _chunks)
        {
            if (chunk.Seq <= after)
                continue;
            var size = (ulong)chunk.Chunk.Length;
            if (chunks.Count > 0 && total + size > mostBytes)
                break;
            total += size;
            chunks.Add(chunk);
            if (total >= mostBytes)
                break;
        }

        return chunks;
    }
}
