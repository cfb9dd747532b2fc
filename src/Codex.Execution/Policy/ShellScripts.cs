namespace Codex.Execution.Policy;

/// <summary>Recognises commands that hand a script to a shell.</summary>
internal static class ShellScripts
{
    /// <summary>The script of <c>bash -lc script</c> and its relatives, or null.</summary>
    public static string? ScriptOf(IReadOnlyList<string> command) =>
        command is [var shell, "-lc" or "-c", var script] && IsShell(Path.GetFileNameWithoutExtension(shell)) ? script : null;

    private static bool IsShell(string name) => name is "bash" or "zsh" or "sh";
}
