using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Rollbacks;

/// <summary>
/// Takes back the last turns of a thread. What is left is read from the rollout, so that the thread goes on exactly as it
/// would after a resume; the file keeps everything and gets a line about it (<c>codex-rs/core/src/session/handlers.rs</c>).
/// </summary>
internal sealed class ThreadRollback(Session session, string id)
{
    /// <summary>Takes the turns back, or says why not.</summary>
    /// <param name="turns">How many turns.</param>
    /// <param name="isTurnRunning">Whether a turn runs now.</param>
    public void Run(int turns, bool isTurnRunning)
    {
        if (turns < 1)
            Refuse("num_turns must be >= 1");
        else if (isTurnRunning)
            Refuse("Cannot rollback while a turn is in progress.");
        else if (session.RolloutPath is not { } path)
            Refuse("thread rollback requires persisted thread history");
        else
            TakeBack(turns, path);
    }

    private void TakeBack(int turns, string path)
    {
        session.FlushRollout(id);
        RolloutHistory left;
        try
        {
            left = RolloutReader.ReadWithout(path, turns);
        }
        catch (Exception error) when (error is IOException or RolloutException or UnauthorizedAccessException)
        {
            Refuse($"failed to load thread history for rollback replay: {error.Message}");
            return;
        }

        session.TakeUp(left);
        session.EstimateUsage(session.Options.Model);
        session.Emit(id, new TokenCountEvent(session.Usage, session.RateLimits));
        session.Emit(id, new ThreadRolledBackEvent(turns));
        session.FlushRollout(id);
    }

    private void Refuse(string message) => session.Emit(id, new ErrorEvent(message, new CodexErrorInfo(CodexErrorKind.ThreadRollbackFailed)));
}
