namespace Codex.Cli.CommandLine;

/// <summary>The command line asks for no run: it wants help or a version, or it is wrong.</summary>
internal sealed class CommandLineExit : Exception
{
    private const int UsageError = 2;

    private CommandLineExit(int exitCode, string text)
        : base(Style.Remove(text)) => (ExitCode, StyledText) = (exitCode, text);

    /// <summary>The message with its styles.</summary>
    public string StyledText { get; }

    /// <summary>0 or 2.</summary>
    public int ExitCode { get; }

    /// <summary>Whether the text belongs on standard error.</summary>
    public bool IsError => ExitCode != 0;

    /// <summary>Help or a version.</summary>
    public static CommandLineExit Answer(string text) => new(0, text);

    /// <summary>A mistake; the text is complete.</summary>
    public static CommandLineExit Mistake(string text) => new(UsageError, text);
}
