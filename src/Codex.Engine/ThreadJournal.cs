using System.Threading.Channels;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;

namespace Codex.Engine;

/// <summary>
/// What happens in a thread, as others learn of it: the rollout for whoever takes the thread up later, events for the reader.
/// Safe to use from the turn, its tools and the thread's loop at once.
/// </summary>
internal sealed class ThreadJournal
{
    // Unbounded as the protocol has it: a slow reader must never stall the model's stream.
    private readonly Channel<Event> _events = Channel.CreateUnbounded<Event>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RolloutRecorder? _recorder;
    private readonly string? _codexHome;
    private readonly Lock _recording = new();
    private bool _hasWarned;
    private bool _isAbandoned;

    /// <param name="recorder">Writes the rollout; closed with the journal; null for a thread that is not kept.</param>
    /// <param name="codexHome">Where processes agree on who goes on with a thread; null when they need not.</param>
    public ThreadJournal(RolloutRecorder? recorder, string? codexHome)
    {
        _recorder = recorder;
        _codexHome = codexHome;
        TakenUpAt = Length;
    }

    /// <summary>The rollout file; null for a thread that is not kept.</summary>
    public string? Path => _recorder?.Path;

    /// <summary>How long the rollout is, in bytes.</summary>
    public long Length
    {
        get
        {
            lock (_recording)
                return _recorder?.Length ?? 0;
        }
    }

    /// <summary>How long the rollout was when the thread was taken up, in bytes.</summary>
    public long TakenUpAt { get; }

    /// <summary>The events, in order; one reader.</summary>
    public IAsyncEnumerable<Event> ReadEventsAsync(CancellationToken cancellationToken) => _events.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Sends an event: first to the rollout, then to the reader.</summary>
    public void Emit(string turnId, EventMsg message)
    {
        Record(message);
        Announce(turnId, message);
    }

    /// <summary>Sends an event that the rollout has already, or is not to have.</summary>
    public void Announce(string turnId, EventMsg message) => _events.Writer.TryWrite(new Event(turnId, message));

    /// <summary>Puts an event into the rollout that nobody is to be told.</summary>
    public void Record(EventMsg message) => Append(static (rollout, message) => rollout.Append(message), message);

    /// <summary>Puts an item of the conversation into the rollout.</summary>
    public void Record(ResponseItem item) => Append(static (rollout, item) => rollout.Append(item), item);

    /// <summary>Puts the settings of a turn into the rollout.</summary>
    public void Record(TurnContextItem context) => Append(static (rollout, context) => rollout.Append(context), context);

    /// <summary>Puts a compaction into the rollout.</summary>
    public void Record(CompactedItem compacted) => Append(static (rollout, compacted) => rollout.Append(compacted), compacted);

    /// <summary>Makes sure that everything recorded is with the operating system; warns once when it is not.</summary>
    public void Flush(string turnId)
    {
        if (_recorder is null)
            return;
        lock (_recording)
        {
            if (_recorder.Flush() || _hasWarned)
                return;
            _hasWarned = true;
        }

        Announce(turnId, new WarningEvent(
            $"The conversation could not be saved to {_recorder.Path}: {_recorder.LastError?.Message} It will be tried again."));
    }

    /// <summary>Records an answer; false when another process has gone on with the thread.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="since">The length of the rollout when it was asked for, in bytes.</param>
    public bool TryRecord(ApprovalResolvedEvent answered, long since)
    {
        if (_recorder is null || _codexHome is null)
            return true;
        lock (_recording)
            return !_isAbandoned && ApprovalClaim.TryRecord(System.IO.Path.Combine(_codexHome, "approvals.lock"), _recorder, since, answered);
    }

    /// <summary>Leaves the thread to another process that has gone on with it: nothing more is recorded.</summary>
    public void Abandon(string turnId)
    {
        lock (_recording)
            _isAbandoned = true;
        Announce(turnId, new WarningEvent("Another process has answered and goes on with this thread; nothing more is done here."));
    }

    /// <summary>Ends the rollout and the events.</summary>
    public void Close()
    {
        lock (_recording)
            _recorder?.Dispose();
        Announce("", new ShutdownCompleteEvent());
        _events.Writer.TryComplete();
    }

    private void Append<T>(Action<RolloutRecorder, T> append, T value)
    {
        if (_recorder is null)
            return;
        lock (_recording)
        {
            if (!_isAbandoned)
                append(_recorder, value);
        }
    }
}
