using Codex.Platform.Identifiers;
using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>
/// The commands of one thread that may go on after the call that started them. Disposing ends them all. Safe for
/// concurrent calls.
/// </summary>
/// <param name="launcher">Starts commands.</param>
/// <param name="ids">Gives sessions their numbers.</param>
/// <param name="time">The clock of all waiting.</param>
/// <param name="longestListening">The longest wait of a call that only listens; at least five seconds apply.</param>
public sealed class CommandSessions(IProcessLauncher launcher, IIdSource ids, TimeProvider time, TimeSpan longestListening) : IAsyncDisposable
{
    private const int LowestId = 1_000;
    private const int HighestIdExclusive = 100_000;

    /// <summary>How long a program gets to react before its answer is waited for.</summary>
    private static readonly TimeSpan s_reactionTime = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, CommandSession?> _sessions = [];

    /// <summary>Starts a command and waits for its end or the yield time. Cancelling ends the command.</summary>
    /// <exception cref="SpawnException">It could not be started; nothing was reported.</exception>
    public async Task<SessionAnswer> StartAsync(CommandStart start, ICommandEvents events, CancellationToken cancellationToken)
    {
        var id = ReserveId();
        try
        {
            var launched = await launcher.StartAsync(start.Launch, cancellationToken).ConfigureAwait(false);
            var session = new CommandSession(id, start.CallId, start.HasTerminal, launched, events, time);
            await KeepAsync(session).ConfigureAwait(false);
            var running = session.RunAsync();
            return await FirstAnswerAsync(session, YieldTimes.ForStart(start.YieldMilliseconds), running, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Forget(id);
            throw;
        }
    }

    /// <summary>Writes to a session, or only listens when there is nothing to write, and answers with what it prints.</summary>
    /// <exception cref="SessionException">There is no such session, or it takes no input.</exception>
    public async Task<SessionAnswer> WriteAsync(int id, string text, ulong yieldMilliseconds, CancellationToken cancellationToken)
    {
        var session = Find(id);
        if (text.Length > 0)
            await WriteAsync(session, text, cancellationToken).ConfigureAwait(false);
        var wait = text.Length > 0 ? YieldTimes.ForWrite(yieldMilliseconds) : YieldTimes.ForListening(yieldMilliseconds, longestListening);
        return await AnswerAsync(session, wait, session.Ended, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends every command, and returns when their ends have been reported.</summary>
    public async Task EndAllAsync()
    {
        List<CommandSession> ending = [];
        lock (_gate)
        {
            foreach (var (id, session) in _sessions)
            {
                if (session is not null && _sessions.Remove(id))
                    ending.Add(session);
            }
        }

        foreach (var session in ending)
            session.Process.Kill();
        await Task.WhenAll(ending.Select(session => session.Ended)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAllAsync().ConfigureAwait(false);

    private async Task WriteAsync(CommandSession session, string text, CancellationToken cancellationToken)
    {
        if (!session.HasTerminal)
            throw SessionException.InputClosed();
        try
        {
            await session.Process.WriteInputAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
            await WaitAsync(session.Ended, s_reactionTime, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            if (!session.Process.Completion.IsCompleted)
                throw SessionException.WriteFailed();
        }
    }

    private async Task<SessionAnswer> FirstAnswerAsync(CommandSession session, TimeSpan limit, Task running, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(session, limit, running, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            session.Process.Kill();
            await session.Ended.ConfigureAwait(false);
            throw;
        }
    }

    private async Task<SessionAnswer> AnswerAsync(CommandSession session, TimeSpan limit, Task running, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        session.BeginCall();
        await WaitAsync(running, limit, cancellationToken).ConfigureAwait(false);
        var hasEnded = session.Process.Completion.IsCompleted;
        int? exitCode = hasEnded ? await session.Ended.ConfigureAwait(false) : null;
        if (hasEnded)
            Forget(session.Id);
        return new(session.CallId, session.TakeOutput(), time.GetElapsedTime(started), hasEnded ? null : session.Id, exitCode)
        {
            IsSandboxed = session.IsSandboxed,
        };
    }

    private async Task WaitAsync(Task task, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The command goes on.
        }
    }

    private int ReserveId()
    {
        lock (_gate)
        {
            while (true)
            {
                var id = ids.Next(LowestId, HighestIdExclusive);
                if (_sessions.TryAdd(id, null))
                    return id;
            }
        }
    }

    private async Task KeepAsync(CommandSession session)
    {
        CommandSession? pruned;
        lock (_gate)
        {
            pruned = SessionPruning.Choose([.. _sessions.Values.OfType<CommandSession>()]);
            if (pruned is not null)
                _sessions.Remove(pruned.Id);
            _sessions[session.Id] = session;
        }

        if (pruned is null)
            return;
        pruned.Process.Kill();
        await pruned.Ended.ConfigureAwait(false);
    }

    private CommandSession Find(int id)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(id, out var session) || session is null)
                throw SessionException.Unknown(id);
            session.LastUsed = time.GetTimestamp();
            return session;
        }
    }

    private void Forget(int id)
    {
        lock (_gate)
            _sessions.Remove(id);
    }
}
