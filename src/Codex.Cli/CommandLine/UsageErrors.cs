using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>The texts of wrong command lines, in the shapes clap gives them.</summary>
internal static class UsageErrors
{
    private const string Hint = "For more information, try '--help'.\n";

    public static CommandLineExit UnexpectedLong(ParsedCommand command, string name)
    {
        if (Similar.Option(command, name) is not { } similar)
            return Unexpected(command, $"--{name}");
        return WithUsage(
            $"unexpected argument '--{name}' found\n\n  tip: a similar argument exists: '--{similar.Name}'",
            UsageLine.Naming(command, [similar.Option]));
    }

    public static CommandLineExit UnexpectedShort(ParsedCommand command, char letter) => Unexpected(command, $"-{letter}");

    public static CommandLineExit UnexpectedWord(ParsedCommand command, string word) =>
        command.Spec is { Arguments: [], Subcommands: not [] }
            ? UnknownSubcommand(command, word, suggest: true)
            : WithUsage($"unexpected argument '{word}' found", UsageLine.For(command));

    public static CommandLineExit UnknownSubcommand(ParsedCommand command, string word, bool suggest)
    {
        var tip = suggest && Similar.Subcommand(command.Spec, word) is { } name ? $"\n\n  tip: a similar subcommand exists: '{name}'" : "";
        return WithUsage($"unrecognized subcommand '{word}'{tip}", UsageLine.For(command));
    }

    public static CommandLineExit UnexpectedValue(ParsedCommand command, OptionSpec option, string value) =>
        WithUsage($"unexpected value '{value}' for '--{option.Long}' found; no more were expected", UsageLine.Naming(command, [option]));

    public static CommandLineExit GivenTwice(ParsedCommand command, OptionSpec option) =>
        WithUsage($"the argument '{option.Display}' cannot be used multiple times", UsageLine.For(command));

    public static CommandLineExit MissingValue(OptionSpec option)
    {
        var text = new StringBuilder($"a value is required for '{option.Display}' but none was supplied");
        AddPossibleValues(text, option);
        return Mistake(text.ToString());
    }

    public static CommandLineExit ImpossibleValue(OptionSpec option, string value)
    {
        var text = new StringBuilder($"invalid value '{value}' for '{option.Display}'");
        AddPossibleValues(text, option);
        if (Similar.Best(value, option.PossibleValues) is { } similar)
            text.Append($"\n\n  tip: a similar value exists: '{similar}'");
        return Mistake(text.ToString());
    }

    public static CommandLineExit BadValue(OptionSpec option, string value, string reason) =>
        Mistake($"invalid value '{value}' for '{option.Display}': {reason}");

    public static CommandLineExit Conflict(ParsedCommand command, OptionSpec option, string other) =>
        WithUsage($"the argument '{option.Display}' cannot be used with '{other}'", UsageLine.Naming(command, [option]));

    public static CommandLineExit Missing(ParsedCommand command, IReadOnlyList<string> missing) => WithUsage(
        $"the following required arguments were not provided:\n  {string.Join("\n  ", missing)}",
        UsageLine.Complete(command, missing));

    private static CommandLineExit Unexpected(ParsedCommand command, string argument)
    {
        var tip = command.Spec.Arguments.Length > 0 ? $"\n\n  tip: to pass '{argument}' as a value, use '-- {argument}'" : "";
        return WithUsage($"unexpected argument '{argument}' found{tip}", UsageLine.For(command));
    }

    private static void AddPossibleValues(StringBuilder text, OptionSpec option)
    {
        if (option.PossibleValues.Length > 0)
            text.Append($"\n  [possible values: {string.Join(", ", option.PossibleValues)}]");
    }

    private static CommandLineExit WithUsage(string message, string usage) => Mistake($"{message}\n\nUsage: {usage}");

    private static CommandLineExit Mistake(string message) => CommandLineExit.Mistake($"error: {message}\n\n{Hint}");
}
