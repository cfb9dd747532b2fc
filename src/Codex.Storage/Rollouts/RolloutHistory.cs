using Codex.Protocol.Accounting;
using Codex.Protocol.Rollouts;

namespace Codex.Storage.Rollouts;

/// <summary>What a rollout file says about its thread, as far as a new turn needs it.</summary>
public sealed record RolloutHistory
{
    /// <summary>The first line.</summary>
    public required SessionMeta Meta { get; init; }

    /// <summary>The live conversation, oldest first: what is left after compactions and rollbacks.</summary>
    public required IReadOnlyList<RolloutItem> Items { get; init; }

    /// <summary>The settings of the first turn, which the recorded instructions were made for; null when no turn was recorded.</summary>
    public TurnContextItem? FirstTurnContext { get; init; }

    /// <summary>The model of the last turn; null when no turn was recorded.</summary>
    public string? LastModel { get; init; }

    /// <summary>The settings that the conversation tells the model; null when it tells none (any more).</summary>
    public TurnContextItem? LastTurnContext { get; init; }

    /// <summary>Tokens so far; null when no usage was recorded.</summary>
    public TokenUsageInfo? TokenUsage { get; init; }

    /// <summary>How many compactions the thread had: part of the window id of its requests.</summary>
    public int Compactions { get; init; }

    /// <summary>The calls that waited for an answer when the last turn was cut off; empty when it ended.</summary>
    public IReadOnlyList<WaitingApproval> WaitingApprovals { get; init; } = [];

    /// <summary>Lines that could not be understood and were skipped.</summary>
    public int SkippedLines { get; init; }
}
