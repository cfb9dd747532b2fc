namespace Codex.Execution.Approvals;

/// <summary>What is decided about a network access.</summary>
/// <param name="IsAllowed">Whether it may happen.</param>
/// <param name="Refusal">
/// Why not, as the model is told about the command that wanted it; null when it is allowed, and when it was denied earlier.
/// </param>
public sealed record NetworkApproval(bool IsAllowed, string? Refusal)
{
    /// <summary>It may happen.</summary>
    public static NetworkApproval Allowed { get; } = new(true, null);

    /// <summary>It must not happen.</summary>
    public static NetworkApproval Denied(string? refusal) => new(false, refusal);
}
