namespace Codex.Execution.Environments;

/// <summary>The shells whose command-line flags are known.</summary>
public enum ShellKind
{
    /// <summary>zsh.</summary>
    Zsh,

    /// <summary>bash.</summary>
    Bash,

    /// <summary>A POSIX shell.</summary>
    Sh,

    /// <summary>PowerShell, old or new.</summary>
    PowerShell,

    /// <summary>The Windows command prompt.</summary>
    Cmd,
}
