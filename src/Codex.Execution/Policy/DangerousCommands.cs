namespace Codex.Execution.Policy;

/// <summary>Commands that destroy more than a sandbox can bring back (<c>shell-command/src/command_safety</c>).</summary>
public static class DangerousCommands
{
    /// <summary>Whether the command, or a command of the shell script it runs, is one.</summary>
    public static bool Contains(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (IsDangerous(command, 0))
        {
            return true;
        }

        foreach (var part in ShellScripts.ScriptOf(command) is { } script ? PlainCommands.Parse(script) ?? [] : [])
        {
            if (IsDangerous(part, 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDangerous(IReadOnlyList<string> words, int start)
    {
        while (start < words.Count && words[start] == "sudo")
        {
            start++;
        }

        return start + 1 < words.Count && words[start] == "rm" && (words[start + 1] is "-f" or "-rf");
    }
}
