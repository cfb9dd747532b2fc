using System.Globalization;
using Codex.Formats.Starlark;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>Rules that cannot be used.</summary>
public sealed class RulesException : Exception
{
    /// <summary>Creates the error of a file or directory that cannot be read.</summary>
    /// <param name="message">The whole message.</param>
    public RulesException(string message)
        : base(message) => Report = message;

    internal RulesException(string file, int line, string message, string report)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message} (problem is on or around line {line})"))
    {
        IsSyntax = true;
        Report = report;
    }

    /// <summary>Whether the text of a file is wrong, rather than a file unreadable.</summary>
    public bool IsSyntax { get; }

    /// <summary>The long form with the lines that it is about.</summary>
    public string Report { get; }

    internal static RulesException Of(string file, StarlarkException exception)
    {
        var line = exception.Program?.Locate(exception.Span.Start).Line ?? 1;
        // The original takes the first line of its report that starts with "error: "; without calls that is the report's own start.
        var message = exception.Frames.IsEmpty ? $"starlark error: error: {exception.Message}" : $"error: {exception.Message}";
        return new RulesException(file, line, message, $"starlark error: {exception.Report}");
    }
}
