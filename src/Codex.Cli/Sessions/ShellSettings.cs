using Codex.Configuration;
using Codex.Configuration.Features;
using Codex.Execution.Escalation;
using Codex.Execution.Installation;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Cli.Sessions;

/// <summary>The shell that asks before it starts a program: comes with the installation (<c>core/src/session/session.rs</c>).</summary>
internal static class ShellSettings
{
    private const string StartFailure = "Error: thread/start: thread/start failed: error creating thread: Fatal error: Failed to initialize session: ";
    private const string Code = " (code -32603)";

    /// <summary>The shell; null when the user's own is wanted, or when it is not there.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="program">The running program.</param>
    /// <param name="problem">Why no thread can start: the shell is wanted and not there, and nothing else may run in its place.</param>
    public static PatchedShell? Read(EffectiveConfig config, ProgramContext program, out string? problem)
    {
        problem = null;
        if (!config.Features.IsEnabled(FeatureKeys.ShellZshFork) || !config.Features.IsEnabled(FeatureKeys.ShellTool))
            return null;
        if (!OperatingSystem.IsLinux() || InstallContext.Read(program.Host, config.CodexHome).BundledZsh is not { } shell)
            problem = $"{StartFailure}zsh fork feature enabled, but no packaged zsh fork is available for this install{Code}";
        else if (program.HelperDirectory is { } helpers)
            return new PatchedShell(shell, Path.Combine(helpers, ExecveWrapper.Name), program.Host.ExecutablePath);
        else
            problem = $"{StartFailure}zsh fork feature enabled, but execve wrapper is not configured{Code}";
        return null;
    }
}
