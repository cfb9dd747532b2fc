namespace Codex.Protocol.Turns;

/// <summary>Why a turn ended before it was complete.</summary>
public static class TurnAbortReason
{
    /// <summary>By the user.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>By another task.</summary>
    public const string Replaced = "replaced";

    /// <summary>A review ended.</summary>
    public const string ReviewEnded = "review_ended";

    /// <summary>The goal's token budget is used up.</summary>
    public const string BudgetLimited = "budget_limited";
}
