namespace Codex.Protocol.AutoReviews;

/// <summary>How clearly the user wants an action, as a reviewer sees it (<c>GuardianUserAuthorization</c>).</summary>
public enum UserAuthorization
{
    /// <summary>Nothing says so.</summary>
    Unknown,

    /// <summary>It merely follows from what the user wants.</summary>
    Low,

    /// <summary>The user wants its effect.</summary>
    Medium,

    /// <summary>The user asked for it.</summary>
    High,
}
