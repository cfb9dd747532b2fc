using System.Text;

namespace Codex.Execution.Snapshots;

/// <summary>
/// Turns the start of a login shell into one of a plain shell that reads a snapshot first (<c>core/src/tools/runtimes/mod.rs</c>).
/// Pure. The command itself runs in a shell of its own, so that only the exported variables of the snapshot reach it.
/// </summary>
public static class SnapshotCommand
{
    private const string LoginScript = "-lc";

    /// <summary>The command with a snapshot; unchanged when it starts no login shell.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="kept">Variables that keep the value they have, or stay unset, whatever the snapshot says.</param>
    public static IReadOnlyList<string> Wrap(ShellSnapshot snapshot, IReadOnlyList<string> command, IEnumerable<string> kept)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(command);
        if (command.Count < 3 || command[1] != LoginScript)
            return command;
        var names = kept.Where(ShellWords.IsName).Distinct(StringComparer.Ordinal).ToArray();
        return [snapshot.Shell, "-c", Script(ShellWords.Quote(snapshot.File), command, names)];
    }

    // A snapshot that has gone, or that the sandbox hides, leaves the command as it was asked for.
    private static string Script(string file, IReadOnlyList<string> command, string[] kept)
    {
        var script = new StringBuilder($"if [ -r {file} ]; then\n");
        for (var index = 0; index < kept.Length; index++)
            script.Append(null, $"__codex_set_{index}=\"${{{kept[index]}+x}}\"\n__codex_value_{index}=\"${{{kept[index]}-}}\"\n");
        script.Append(null, $". {file} >/dev/null 2>&1\n");
        for (var index = 0; index < kept.Length; index++)
        {
            script.Append(
                null, $"if [ -n \"$__codex_set_{index}\" ]; then export {kept[index]}=\"$__codex_value_{index}\"; else unset {kept[index]}; fi\n");
        }

        script.Append("exec");
        AppendCommand(script, command, "-c");
        script.Append("\nfi\nexec");
        AppendCommand(script, command, LoginScript);
        return script.ToString();
    }

    private static void AppendCommand(StringBuilder script, IReadOnlyList<string> command, string flag)
    {
        for (var index = 0; index < command.Count; index++)
            script.Append(' ').Append(index == 1 ? flag : ShellWords.Quote(command[index]));
    }
}
