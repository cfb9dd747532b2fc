namespace Codex.Configuration.Sections;

/// <summary>Whether something is let through.</summary>
public enum AccessRule
{
    /// <summary>It is.</summary>
    Allow,

    /// <summary>It is not.</summary>
    Deny,
}
