using Codex.Execution.Policy.PowerShell;
using Codex.Formats.Bash;

namespace Codex.Execution.Policy.Classification;

/// <summary>Commands that only read, whatever their arguments are, or as long as certain flags are missing (<c>shell-command/src/command_safety</c>).</summary>
public static class SafeCommands
{
    /// <summary>Whether the command, or every command of the plain shell script it runs, is one.</summary>
    public static bool Contains(IReadOnlyList<string> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (OperatingSystem.IsWindows() && SafePowerShellCommands.Contains(command))
            || IsSafe(command)
            || (ShellScripts.ScriptOf(command) is { } script && (PlainCommands.Parse(script)?.All(IsSafe) ?? false));
    }

    private static bool IsSafe(IReadOnlyList<string> words) => words.Count > 0 && ProgramName.Of(words[0]) switch
    {
        "cat" or "cd" or "cut" or "echo" or "expr" or "false" or "grep" or "head" or "id" or "ls" or "nl" or "paste" or "pwd" or "rev"
            or "seq" or "stat" or "tail" or "tr" or "true" or "uname" or "uniq" or "wc" or "which" or "whoami" => true,
        "numfmt" or "tac" => OperatingSystem.IsLinux(),
        "base64" => !words.Skip(1).Any(static word => word.StartsWith("-o", StringComparison.Ordinal) || word == "--output" || word.StartsWith("--output=", StringComparison.Ordinal)),
        "find" => !words.Any(static word => word
            is "-exec" or "-execdir" or "-ok" or "-okdir" or "-delete" or "-fls" or "-fprint" or "-fprint0" or "-fprintf"),
        "rg" => !words.Any(static word => IsProgramOfRipgrep(word, StringComparison.Ordinal)),
        "git" => GitCommands.IsReadOnly(words),
        "sed" => words is [_, "-n", var script, ..] && words.Count <= 4 && LineRanges.IsPrintScript(script),
        _ => false,
    };

    /// <summary>Whether an argument lets ripgrep start other programs.</summary>
    internal static bool IsProgramOfRipgrep(string word, StringComparison comparison) =>
        word.Equals("--search-zip", comparison) || word.Equals("-z", comparison)
        || word.Equals("--pre", comparison) || word.StartsWith("--pre=", comparison)
        || word.Equals("--hostname-bin", comparison) || word.StartsWith("--hostname-bin=", comparison);
}
