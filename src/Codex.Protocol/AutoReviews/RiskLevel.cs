namespace Codex.Protocol.AutoReviews;

/// <summary>How much an action may harm, as a reviewer sees it (<c>GuardianRiskLevel</c>).</summary>
public enum RiskLevel
{
    /// <summary>Routine, and easy to take back.</summary>
    Low,

    /// <summary>Harm stays within bounds.</summary>
    Medium,

    /// <summary>Costly to take back.</summary>
    High,

    /// <summary>Cannot be taken back, or gives secrets away.</summary>
    Critical,
}
