using Codex.Execution.Policy.PowerShell;
using Codex.Formats.Bash;

namespace Codex.Execution.Policy;

/// <summary>The commands that rules are asked about.</summary>
/// <param name="Commands">Each with its words; at least one.</param>
/// <param name="IsWhole">Whether the words are all that runs. A here-document's reader may do anything.</param>
/// <param name="Hidden">What runs somewhere inside a script that cannot be taken apart: only rules against it count.</param>
internal sealed record PolicyCommands(IReadOnlyList<IReadOnlyList<string>> Commands, bool IsWhole, IReadOnlyList<IReadOnlyList<string>> Hidden)
{
    /// <summary>Takes shell scripts apart where that is safe; any other command stays one.</summary>
    public static PolicyCommands Of(IReadOnlyList<string> command)
    {
        if (ShellScripts.ScriptOf(command) is not { } script)
        {
            return OperatingSystem.IsWindows() && PowerShellInvocation.ScriptOf(command) is { } other && PlainPowerShell.Parse(other) is { } lines
                ? new PolicyCommands(lines, IsWhole: true, [])
                : new PolicyCommands([command], IsWhole: true, []);
        }

        if (PlainCommands.Parse(script) is { } commands)
        {
            return new PolicyCommands(commands, IsWhole: true, []);
        }

        return HeredocPrefix.Parse(script) is { } prefix
            ? new PolicyCommands([prefix], IsWhole: false, [])
            : new PolicyCommands([command], IsWhole: true, ScriptCommands.FindIn(script));
    }
}
