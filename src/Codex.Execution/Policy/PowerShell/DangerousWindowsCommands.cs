using Codex.Formats.Bash;

namespace Codex.Execution.Policy.PowerShell;

/// <summary>
/// Commands of Windows that delete by force or hand an address to a program outside of every sandbox
/// (<c>shell-command/src/command_safety/windows_dangerous_commands.rs</c>).
/// </summary>
internal static class DangerousWindowsCommands
{
    /// <summary>Whether the command, or the script of PowerShell or <c>cmd</c> in it, is one.</summary>
    public static bool Contains(IReadOnlyList<string> command)
    {
        if (command.Count is 0)
        {
            return false;
        }

        var program = PowerShellInvocation.FileName(command[0]).ToLowerInvariant();
        string[] arguments = [.. command.Skip(1)];
        return (PowerShellInvocation.IsPowerShell(program) && PowerShellWords(arguments) is { } words && AreDangerous(words))
            || (program is "cmd" or "cmd.exe" && CommandPromptWords(arguments).Any(IsDangerousPromptCommand))
            || OpensAddress(program, arguments);
    }

    /// <summary>Whether words of a PowerShell script are dangerous together.</summary>
    public static bool AreDangerous(IReadOnlyList<string> words)
    {
        string[] lower = [.. words.Select(static word => word.Trim('\'').Trim('"').ToLowerInvariant())];
        return lower.Length > 0
            && ((WebAddresses.AreIn(words) && (lower.Any(StartsProgram) || OpensAddress(lower[0], lower))) || ForcedDeletion.IsIn(lower));
    }

    private static bool StartsProgram(string word) =>
        word is "start" or "saps" or "ii"
        || word.Contains("start-process", StringComparison.Ordinal)
        || word.Contains("invoke-item", StringComparison.Ordinal)
        || word.Contains("shellexecute", StringComparison.Ordinal)
        || word.Contains("shell.application", StringComparison.Ordinal);

    private static bool OpensAddress(string program, IReadOnlyList<string> arguments) => Classification.ProgramName.WithoutExtension(program) switch
    {
        "explorer" or "mshta" or "chrome" or "msedge" or "firefox" or "iexplore" => WebAddresses.AreIn(arguments),
        "rundll32" => WebAddresses.AreIn(arguments)
            && arguments.Any(static argument => argument.Contains("url.dll,fileprotocolhandler", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static IReadOnlyList<string>? PowerShellWords(string[] arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            if (arguments[index].ToLowerInvariant() is "-command" or "/command" or "-c")
            {
                return index + 2 == arguments.Length ? ShellSplitting.Split(arguments[index + 1]) : null;
            }

            if (PowerShellInvocation.InlineScript(arguments[index]) is { } script)
            {
                return index + 1 == arguments.Length ? ShellSplitting.Split(script) : null;
            }

            if (!arguments[index].StartsWith('-'))
            {
                return arguments[index..];
            }
        }

        return null;
    }

    /// <summary>The commands behind <c>cmd /c</c>, taken apart at operators that need no blanks around them.</summary>
    private static List<List<string>> CommandPromptWords(string[] arguments)
    {
        var flag = Array.FindIndex(arguments, static argument => !argument.StartsWith('/') || argument.ToLowerInvariant() is "/c" or "/r");
        if (flag < 0 || arguments[flag].ToLowerInvariant() is not ("/c" or "/r" or "-c"))
        {
            return [];
        }

        var rest = arguments[(flag + 1)..];
        List<List<string>> commands = [[]];
        foreach (var word in rest is [var only] ? ShellSplitting.Split(only) ?? rest : rest)
        {
            var pieces = word.Split('&', '|');
            for (var index = 0; index < pieces.Length; index++)
            {
                if (index > 0)
                {
                    commands.Add([]);
                }

                if (!string.IsNullOrWhiteSpace(pieces[index]))
                {
                    commands[^1].Add(pieces[index]);
                }
            }
        }

        return commands;
    }

    private static bool IsDangerousPromptCommand(List<string> words) => words.Count > 0 && words[0].ToLowerInvariant() switch
    {
        "start" => WebAddresses.AreIn(words),
        "del" or "erase" => Has(words, "/f"),
        "rd" or "rmdir" => Has(words, "/s") && Has(words, "/q"),
        _ => false,
    };

    private static bool Has(List<string> words, string flag) => words.Exists(word => word.Equals(flag, StringComparison.OrdinalIgnoreCase));
}
