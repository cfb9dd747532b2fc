using Codex.Execution.Policy.PowerShell;
using Codex.Formats.Bash;

namespace Codex.Execution.Policy.Classification;

/// <summary>Commands that destroy more than a sandbox can bring back (<c>shell-command/src/command_safety</c>).</summary>
public static class DangerousCommands
{
    /// <summary>Whether the command, or a command of the shell script it runs, is one.</summary>
    public static bool Contains(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (OperatingSystem.IsWindows() && DangerousWindowsCommands.Contains(command))
            || IsDangerous(command)
            || (ShellScripts.ScriptOf(command) is { } script && (PlainCommands.Parse(script)?.Any(IsDangerous) ?? false));
    }

    private static bool IsDangerous(IReadOnlyList<string> words)
    {
        var start = 0;
        while (start < words.Count && words[start] == "sudo")
        {
            start++;
        }

        return start + 1 < words.Count && words[start] == "rm" && (words[start + 1] is "-f" or "-rf");
    }
}
