namespace Codex.Protocol.AutoReviews;

/// <summary>The words of reviews on every wire.</summary>
public static class ReviewWords
{
    /// <summary>The word for a risk.</summary>
    public static string Word(this RiskLevel risk) => risk switch
    {
        RiskLevel.Low => "low",
        RiskLevel.Medium => "medium",
        RiskLevel.High => "high",
        _ => "critical",
    };

    /// <summary>The word for an authorization.</summary>
    public static string Word(this UserAuthorization authorization) => authorization switch
    {
        UserAuthorization.Low => "low",
        UserAuthorization.Medium => "medium",
        UserAuthorization.High => "high",
        _ => "unknown",
    };
}
