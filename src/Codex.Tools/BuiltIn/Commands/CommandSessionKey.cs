using Codex.Formats.Bash;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>
/// Names what an approval for the session covers: the same command in the same place with the same permissions. Which shell a
/// script is handed to does not count (0.136: core/src/command_canonicalization.rs).
/// </summary>
internal static class CommandSessionKey
{
    // No argument of a program holds this character.
    private const char Separator = '\0';

    internal static string Of(CommandRequest request) => string.Join(
        Separator,
        [
            request.IsSession ? request.HasTerminal ? "terminal" : "session" : "shell",
            request.Requested.Value,
            request.WorkingDirectory,
            request.Additional?.Network?.Enabled is true ? "network" : "",
            .. request.Additional?.FileSystem?.Entries.Select(static entry => $"{entry.Access} {entry.Path}") ?? [],
            .. Canonical(request.Command),
        ]);

    private static IEnumerable<string> Canonical(IReadOnlyList<string> command) => command switch
    {
        [_, "-lc" or "-c", var script] when PlainCommands.Parse(script) is [var single] => single,
        [_, ("-lc" or "-c") and var mode, var script] => ["script", mode, script],
        _ => command,
    };
}
