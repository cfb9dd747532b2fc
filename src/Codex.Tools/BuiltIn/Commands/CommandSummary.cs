using System.Collections.Immutable;
using Codex.Formats.Bash;
using Codex.Protocol.Turns;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Says for display what a command does.</summary>
internal static class CommandSummary
{
    /// <summary>The script of a shell command, or the quoted command, as one unclassified entry.</summary>
    internal static ImmutableArray<ParsedCommand> Of(ImmutableArray<string> command) =>
        [new ParsedCommand.Unknown(command is [_, "-lc" or "-c", var script] ? script : ShellQuoting.Join(command))];
}
