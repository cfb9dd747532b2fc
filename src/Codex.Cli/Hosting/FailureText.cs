namespace Codex.Cli.Hosting;

/// <summary>Messages of failed commands that name a cause.</summary>
internal static class FailureText
{
    private const string Indent = "    ";

    /// <summary>What went wrong, and below it why.</summary>
    public static string WithCause(string message, string cause) =>
        $"Error: {message}\n\nCaused by:\n{Indent}{cause.Replace("\n", "\n" + Indent, StringComparison.Ordinal)}";

    /// <summary>What went wrong, and below it why, from the outside to the inside.</summary>
    public static string WithCauses(string message, IReadOnlyList<string> causes) => causes.Count == 1
        ? WithCause(message, causes[0])
        : $"Error: {message}\n\nCaused by:\n{string.Join('\n', causes.Select(static (cause, index) => $"{Indent}{index}: {cause}"))}";
}
