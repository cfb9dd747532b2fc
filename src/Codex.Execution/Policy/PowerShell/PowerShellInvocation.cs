namespace Codex.Execution.Policy.PowerShell;

/// <summary>Finds the script in a call of PowerShell (<c>shell-command/src/powershell.rs</c>).</summary>
internal static class PowerShellInvocation
{
    /// <summary>The script behind <c>-Command</c>, with no flags before it but those that keep the program quiet; null for other commands.</summary>
    public static string? ScriptOf(IReadOnlyList<string> command)
    {
        if (command.Count < 3 || Path.GetFileNameWithoutExtension(command[0]) is not ("pwsh" or "powershell"))
        {
            return null;
        }

        for (var index = 1; index + 1 < command.Count; index++)
        {
            switch (command[index].ToLowerInvariant())
            {
                case "-command" or "-c":
                    return command[index + 1];
                case "-nologo" or "-noprofile":
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the program is PowerShell, by its name in any case.</summary>
    public static bool IsPowerShell(string program) =>
        FileName(program).ToLowerInvariant() is "powershell" or "powershell.exe" or "pwsh" or "pwsh.exe";

    /// <summary>The last component of a path of either system.</summary>
    public static string FileName(string program) => program[(program.AsSpan().LastIndexOfAny('/', '\\') + 1)..];

    /// <summary>The script of <c>-Command:script</c> in either spelling of the flag; null for other arguments.</summary>
    public static string? InlineScript(string argument) =>
        argument.StartsWith("-command:", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("/command:", StringComparison.OrdinalIgnoreCase)
            ? argument["-command:".Length..]
            : null;
}
