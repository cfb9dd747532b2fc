namespace Codex.Execution.Installation;

/// <summary>How the program came onto the machine: decides how it is updated.</summary>
public enum InstallMethod
{
    /// <summary>Anything else: a build, an application's bundle.</summary>
    Other,

    /// <summary>A release that the installer manages below <c>CODEX_HOME/packages/standalone</c>.</summary>
    Standalone,

    /// <summary>The npm package.</summary>
    Npm,

    /// <summary>The npm package, installed by bun.</summary>
    Bun,

    /// <summary>Homebrew on macOS.</summary>
    Brew,
}
