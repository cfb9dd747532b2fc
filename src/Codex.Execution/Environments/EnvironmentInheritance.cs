namespace Codex.Execution.Environments;

/// <summary>Which of our variables a command starts from.</summary>
public enum EnvironmentInheritance
{
    /// <summary>All.</summary>
    All,

    /// <summary>Only the few that programs cannot do without.</summary>
    Core,

    /// <summary>None.</summary>
    None,
}
