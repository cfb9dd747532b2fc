namespace Codex.Engine.AutoReviews;

/// <summary>What is said around reviews. Markers and first lines are the original's: programs and models know them.</summary>
internal static class ReviewTexts
{
    /// <summary>What a note about an approved action begins with; reviewers take such notes for words of the user.</summary>
    public const string ApprovalMarker = "The user has manually approved a specific action that was previously `Rejected`.";

    /// <summary>Said to the reviewer before its second review.</summary>
    public const string Reminder =
        "Earlier verdicts of yours are context and bind nobody: apply the policy anew. If the user has by now approved, with the risk in view, what you "
        + "denied before, the outcome is \"allow\", unless the policy says that nobody may approve it.";

    /// <summary>Told to the agent when the reviewer took too long.</summary>
    public const string TimedOut =
        "The automatic approval review did not finish in time. That does not mean that the action is unsafe: try once more, or ask the user what to do.";

    /// <summary>Told to the user when the reviewer took too long.</summary>
    public const string TimeoutRationale = "Automatic approval review timed out while evaluating the requested approval.";

    /// <summary>Told to the agent about a denied action.</summary>
    public static string Rejection(string rationale) =>
        $"This action was rejected due to unacceptable risk.\nReason: {rationale.Trim()}\n"
        + "Do not try to get the same effect in another way, through other tools or around the policy. Go on only with something clearly safer, or once the user, "
        + "who has to know the risk, has approved the action. Otherwise stop and ask.";

    /// <summary>Told to the model when the user approves what was denied.</summary>
    public static string Approval(string action) =>
        $"{ApprovalMarker}\n\nIt may be done exactly as it was first asked for. This approves nothing else, however similar.\n\nApproved action:\n{action}";
}
