using System.Text;
using Codex.Platform;
using Codex.Platform.Linux;

namespace Codex.Execution.Escalation;

/// <summary>
/// Becomes the program that a shell wanted to start, and fails as that shell would have: the shell itself believes that it has
/// started something.
/// </summary>
/// <param name="error">Standard error.</param>
internal sealed class ProgramStart(Stream error)
{
    private const int NotFound = 127;
    private const int NotExecutable = 126;
    private const int UnknownFormat = 8;
    private const string Shell = "/bin/sh";

    /// <summary>Returns only when there is no such program.</summary>
    /// <param name="arguments">The program, and all its arguments, the one with index 0 included.</param>
    /// <returns>The exit code.</returns>
    internal int Run(IReadOnlyList<string> arguments)
    {
        if (RawArguments.Read(arguments) is not [var file, .. var words])
            return Fail(NotExecutable, "unreadable arguments", arguments[0]);
        var reason = ProgramReplacement.TryExecute(file, words);

        // A script without a first line that names its shell.
        if (reason == UnknownFormat)
            reason = ProgramReplacement.TryExecute(Encoding.UTF8.GetBytes(Shell), [Encoding.UTF8.GetBytes("sh"), file, .. words.Skip(1)]);
        return reason == Errno.NoEntry || reason == Errno.NotADirectory ? Missing(arguments) : Fail(NotExecutable, TextOf(reason), arguments[0]);
    }

    private int Missing(IReadOnlyList<string> arguments) => arguments is [_, var name, ..] && !name.Contains('/', StringComparison.Ordinal)
        ? Fail(NotFound, "command not found", name)
        : Fail(NotFound, "no such file or directory", arguments[0]);

    private int Fail(int exitCode, string reason, string what)
    {
        error.Write(Encoding.UTF8.GetBytes($"zsh: {reason}: {what}\n"));
        return exitCode;
    }

    private static string TextOf(int reason)
    {
        var text = Errno.Describe(reason);
        return text[..text.LastIndexOf(" (", StringComparison.Ordinal)].ToLowerInvariant();
    }
}
