using System.Text;
using Codex.Formats.Bash;
using Codex.Platform.Processes;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Words of commands that could not be started, or not run to their end.</summary>
internal static class LaunchFailure
{
    /// <summary>As the session tool words it: nested debug forms of the original's error types.</summary>
    internal static string ForSession(IEnumerable<string> command, string reason) =>
        Rejected(command, $"Failed to create unified exec process: {reason}");

    /// <summary>As the session tool words a command that was not let run.</summary>
    internal static string Rejected(IEnumerable<string> command, string reason) =>
        $"exec_command failed for `{ShellQuoting.Join(command)}`: CreateProcess {{ message: {Quote($"Rejected({Quote(reason)})")} }}";

    /// <summary>As the session tool words a command that ran and was ended for what it wanted to reach.</summary>
    internal static string Ended(IEnumerable<string> command, string reason) =>
        $"exec_command failed for `{ShellQuoting.Join(command)}`: ProcessFailed {{ message: {Quote(reason)} }}";

    /// <summary>As the plain tool words it.</summary>
    internal static string ForShellCommand(SpawnException error) => error.ErrorNumber is { } number
        ? $"execution error: Io(Os {{ code: {number}, kind: {KindOf(number)}, message: {Quote(WithoutNumber(error.Message))} }})"
        : $"execution error: Io(Error {{ kind: InvalidInput, message: {Quote(error.Message)} }})";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string WithoutNumber(string message) => message[..message.LastIndexOf(" (os error", StringComparison.Ordinal)];

    /// <summary>Rust's names of error kinds, for the errors that starting a program gives.</summary>
    private static string KindOf(int number) => number switch
    {
        1 or 13 => "PermissionDenied",
        2 => "NotFound",
        7 => "ArgumentListTooLong",
        8 => "Uncategorized",
        11 => "WouldBlock",
        12 => "OutOfMemory",
        20 => "NotADirectory",
        26 => "ExecutableFileBusy",
        36 => "InvalidFilename",
        40 => "FilesystemLoop",
        _ => "Uncategorized",
    };
}
