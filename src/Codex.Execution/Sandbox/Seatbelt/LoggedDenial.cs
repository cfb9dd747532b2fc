using System.Globalization;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>One refusal that macOS reported.</summary>
/// <param name="Program">The name of the program that was refused something.</param>
/// <param name="Operation">What was refused, with its object: <c>file-write-create /etc/x</c>.</param>
public sealed record LoggedDenial(string Program, string Operation)
{
    private const string Prefix = "Sandbox:";
    private const string Verdict = " deny(";

    /// <summary>Reads <c>Sandbox: name(123) deny(1) operation object</c>; what follows on further lines is left out. Null for other messages.</summary>
    internal static LoggedDenial? Parse(string message)
    {
        var line = message.AsSpan();
        line = line[..(line.IndexOf('\n') is >= 0 and var end ? end : line.Length)];
        var verdict = line.IndexOf(Verdict, StringComparison.Ordinal);
        if (!line.StartsWith(Prefix, StringComparison.Ordinal) || verdict < Prefix.Length)
            return null;
        var program = line[Prefix.Length..verdict].Trim();
        var number = program.LastIndexOf('(');
        var close = line[verdict..].IndexOf(')');
        return number > 0 && close > 0 && program[^1] == ')' && int.TryParse(program[(number + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new LoggedDenial(program[..number].ToString(), line[(verdict + close + 1)..].Trim().ToString())
            : null;
    }
}
