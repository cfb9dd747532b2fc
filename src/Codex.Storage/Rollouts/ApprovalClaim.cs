using System.Text.Json;
using Codex.Platform.Files;
using Codex.Protocol.Events;

namespace Codex.Storage.Rollouts;

/// <summary>
/// Writes down the answer to a question, for one process only: of several that have taken up the same thread, the first one
/// acts on an answer, and the others learn that they came too late. So a tool never runs twice.
/// </summary>
public static class ApprovalClaim
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Records an answer unless the question has ended in the meantime.</summary>
    /// <param name="lockPath">The lock that all processes of a home share; it is held for a moment.</param>
    /// <param name="recorder">Appends to the thread's file.</param>
    /// <param name="since">Where in the file to look for what happened since the question was known to wait.</param>
    /// <param name="answered">The answer.</param>
    /// <returns>False when somebody else has answered, or the thread went on without an answer.</returns>
    /// <exception cref="IOException">The lock or the file cannot be used.</exception>
    public static bool TryRecord(string lockPath, RolloutRecorder recorder, long since, ApprovalResolvedEvent answered)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(answered);
        using var taken = FileLock.Acquire(lockPath, s_patience) ?? throw new IOException($"{lockPath} is held by another process");
        if (!StillWaits(recorder.Path, since, answered))
            return false;
        recorder.Append(answered);
        return true;
    }

    private static bool StillWaits(string path, long since, ApprovalResolvedEvent answered)
    {
        var waiting = new WaitingApprovals();
        waiting.Take(new ApprovalRequestedEvent(answered.CallId, answered.TurnId, IsRetry: false));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Seek(Math.Min(since, file.Length), SeekOrigin.Begin);
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
            Take(waiting, System.Text.Encoding.UTF8.GetBytes(line));
        return waiting.Waiting.Any(question => question.CallId == answered.CallId);
    }

    private static void Take(WaitingApprovals waiting, ReadOnlySpan<byte> line)
    {
        try
        {
            if (line.Length > 0 && RolloutLineHead.TryRead(line, out var type, out var payload) && type is RolloutLineType.EventMessage)
                waiting.Take(payload);
        }
        catch (JsonException)
        {
            // Not a line of either program: it answers nothing.
        }
    }
}
