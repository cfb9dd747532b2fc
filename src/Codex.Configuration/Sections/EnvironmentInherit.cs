namespace Codex.Configuration.Sections;

/// <summary>Which variables a command starts from.</summary>
public enum EnvironmentInherit
{
    /// <summary>The few that programs need.</summary>
    Core,

    /// <summary>All of them.</summary>
    All,

    /// <summary>None.</summary>
    None,
}
