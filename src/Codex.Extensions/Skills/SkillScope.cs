namespace Codex.Extensions.Skills;

/// <summary>Whose skill it is; ordered by precedence, highest first.</summary>
public enum SkillScope
{
    /// <summary>The project's.</summary>
    Repo,

    /// <summary>The user's.</summary>
    User,

    /// <summary>Shipped with the program.</summary>
    System,

    /// <summary>The machine's administrator's.</summary>
    Admin,
}
