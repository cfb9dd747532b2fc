using Codex.Protocol.AutoReviews;

namespace Codex.Engine.AutoReviews;

/// <summary>The verdict of a review.</summary>
/// <param name="IsAllowed">Whether the action may happen.</param>
/// <param name="Risk">How much harm it can do.</param>
/// <param name="Authorization">How clearly the user wants it.</param>
/// <param name="Rationale">Why.</param>
internal sealed record Assessment(bool IsAllowed, RiskLevel Risk, UserAuthorization Authorization, string Rationale)
{
    /// <summary>What a review that failed means: no.</summary>
    public static Assessment Failed(string problem) =>
        new(IsAllowed: false, RiskLevel.High, UserAuthorization.Unknown, $"Automatic approval review failed: {problem}");

    /// <summary>The verdict for the user.</summary>
    public string Warning =>
        $"Automatic approval review {(IsAllowed ? "approved" : "denied")} (risk: {Risk.Word()}, authorization: {Authorization.Word()}): {Rationale}";
}
