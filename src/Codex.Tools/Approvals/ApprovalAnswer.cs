namespace Codex.Tools.Approvals;

/// <summary>The answer to a question of a tool.</summary>
/// <param name="Refusal">Why not, as told to the model; null when it is approved.</param>
public sealed record ApprovalAnswer(string? Refusal)
{
    /// <summary>What a user's no is called; tools put it into words of their own.</summary>
    public const string RejectedByUser = "rejected by user";

    /// <summary>It is approved.</summary>
    public static ApprovalAnswer Approved { get; } = new(Refusal: null);

    /// <summary>The user said no.</summary>
    public static ApprovalAnswer Rejected { get; } = new(RejectedByUser);
}
