using Codex.Execution.Policy.Classification;

namespace Codex.Execution.Policy.PowerShell;

/// <summary>PowerShell commands that only read (<c>shell-command/src/command_safety/windows_safe_commands.rs</c>).</summary>
internal static class SafePowerShellCommands
{
    /// <summary>Whether a command runs PowerShell with a script of nothing but such commands.</summary>
    public static bool Contains(IReadOnlyList<string> command) =>
        ScriptOf(command) is { } script && (PlainPowerShell.Parse(script)?.All(AreSafe) ?? false);

    /// <summary>Whether the words of one command of a script are one.</summary>
    public static bool AreSafe(IReadOnlyList<string> words) =>
        words.Count > 0 && !words.Any(static word => IsChange(Name(word))) && Name(words[0]) switch
        {
            "echo" or "write-output" or "write-host" or "dir" or "ls" or "get-childitem" or "gci" or "cat" or "type" or "gc" or "get-content"
                or "select-string" or "sls" or "findstr" or "measure-object" or "measure" or "get-location" or "gl" or "pwd" or "test-path"
                or "tp" or "resolve-path" or "rvpa" or "select-object" or "select" or "get-item" => true,
            "git" => GitCommands.IsReadOnly(words),
            "rg" => !words.Skip(1).Any(static word => SafeCommands.IsProgramOfRipgrep(word, StringComparison.OrdinalIgnoreCase)),
            _ => false,
        };

    private static string? ScriptOf(IReadOnlyList<string> command)
    {
        if (command.Count < 2 || !PowerShellInvocation.IsPowerShell(command[0]))
        {
            return null;
        }

        for (var index = 1; index < command.Count; index++)
        {
            switch (command[index].ToLowerInvariant())
            {
                case "-nologo" or "-noprofile" or "-noninteractive" or "-mta" or "-sta":
                    break;
                case "-command" or "/command" or "-c":
                    return index + 2 == command.Count ? command[index + 1] : null;
                case var flag when PowerShellInvocation.InlineScript(flag) is not null:
                    return index + 1 == command.Count ? PowerShellInvocation.InlineScript(command[index]) : null;
                case ['-' or '/', ..]:
                    return null;
                default:
                    return string.Join(' ', command.Skip(index).Select(Quote));
            }
        }

        return null;
    }

    private static string Quote(string argument, int index) =>
        index is 0 || (argument.Length > 0 && !argument.Any(char.IsWhiteSpace)) ? argument : $"'{argument.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string word) => word.Trim('(', ')').TrimStart('-').ToLowerInvariant();

    private static bool IsChange(string name) => name is "set-content" or "add-content" or "out-file" or "new-item" or "remove-item"
        or "move-item" or "copy-item" or "rename-item" or "start-process" or "stop-process";
}
