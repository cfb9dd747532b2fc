using Codex.Protocol.Questions;

namespace Codex.Engine.Plans;

/// <summary>The questions of a thread's turns that wait for their answers, by turn.</summary>
internal sealed class PendingQuestions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<UserAnswers?>> _waiting = [];

    /// <summary>Starts waiting. Questions of the same turn that still wait are never answered.</summary>
    public Task<UserAnswers?> Ask(string turnId)
    {
        var source = new TaskCompletionSource<UserAnswers?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waiting.Remove(turnId, out var earlier))
                earlier.TrySetResult(null);
            _waiting[turnId] = source;
        }

        return source.Task;
    }

    /// <summary>Answers the questions of a turn; nothing happens when none wait.</summary>
    public void Answer(string turnId, UserAnswers answers)
    {
        lock (_gate)
        {
            if (_waiting.Remove(turnId, out var source))
                source.TrySetResult(answers);
        }
    }

    /// <summary>Nobody waits for the answers of a turn any longer.</summary>
    public void Forget(string turnId)
    {
        lock (_gate)
            _waiting.Remove(turnId);
    }
}
