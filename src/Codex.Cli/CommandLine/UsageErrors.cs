using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>The texts of wrong command lines, in the shapes clap gives them.</summary>
internal static class UsageErrors
{
    private const string Hint = "For more information, try '--help'.\n";

    /// <summary>An unknown long option.</summary>
    /// <param name="command">Where it stands.</param>
    /// <param name="name">Its name without dashes.</param>
    /// <param name="following">The words behind it.</param>
    public static CommandLineExit UnexpectedLong(ParsedCommand command, string name, IReadOnlyList<string> following)
    {
        if (Similar.Option(command, name) is { } similar)
            return UnexpectedButSimilar(command, name, similar);
        var tip = Similar.OptionOfSubcommand(command, name, following) is { } other
            ? $"\n\n  tip: '{other.Subcommand} --{other.Name}' exists"
            : ValueTip(command, $"--{name}");
        return WithUsage($"unexpected argument '--{name}' found{tip}", UsageLine.Naming(command, UsageLine.Given(command)));
    }

    public static CommandLineExit UnexpectedShort(ParsedCommand command, char letter) => WithUsage(
        $"unexpected argument '-{letter}' found{ValueTip(command, $"-{letter}")}",
        UsageLine.For(command));

    /// <summary>A word that nothing takes.</summary>
    /// <param name="command">Where it stands.</param>
    /// <param name="word">The word.</param>
    /// <param name="isBehindDashes">Whether <c>--</c> stands in front of it.</param>
    public static CommandLineExit UnexpectedWord(ParsedCommand command, string word, bool isBehindDashes)
    {
        var spec = command.Spec;
        if (isBehindDashes && (spec.FindSubcommand(word) is not null || (spec.Subcommands.Length > 0 && word == "help")))
            return WithUsage($"unexpected argument '{word}' found\n\n  tip: subcommand '{word}' exists; to use it, remove the '--' before it", UsageLine.For(command));
        if (spec.Subcommands.Length == 0 || (spec.Arguments.Length > 0 && Similar.Subcommands(spec, word).Count == 0))
            return WithUsage($"unexpected argument '{word}' found", UsageLine.For(command));
        return UnknownSubcommand(command, word, suggest: true);
    }

    public static CommandLineExit UnknownSubcommand(ParsedCommand command, string word, bool suggest)
    {
        var tip = suggest ? SubcommandTip(Similar.Subcommands(command.Spec, word)) : "";
        return WithUsage($"unrecognized subcommand '{word}'{tip}", UsageLine.For(command));
    }

    public static CommandLineExit MissingSubcommand(ParsedCommand command)
    {
        List<string> names = [];
        foreach (var spec in command.Spec.Subcommands)
        {
            if (!spec.Unlisted)
                names.AddRange([spec.Name, .. spec.Aliases, .. spec.HiddenAliases]);
        }

        return WithUsage(
            $"'{command.Path}' requires a subcommand but one was not provided\n  [subcommands: {string.Join(", ", names)}, help]",
            UsageLine.For(command));
    }

    public static CommandLineExit UnexpectedValue(ParsedCommand command, OptionSpec option, string value) => WithUsage(
        $"unexpected value '{value}' for '--{option.Long}' found; no more were expected",
        UsageLine.Naming(command, [.. UsageLine.Given(command), option.Long]));

    public static CommandLineExit GivenTwice(ParsedCommand command, OptionSpec option) =>
        WithUsage($"the argument '{option.Display}' cannot be used multiple times", UsageLine.For(command));

    public static CommandLineExit MissingValue(OptionSpec option)
    {
        var text = new StringBuilder($"a value is required for '{option.Display}' but none was supplied");
        AddPossibleValues(text, option.PossibleValues);
        return Mistake(text.ToString());
    }

    /// <summary>A value that is not one of the possible ones.</summary>
    /// <param name="display">The option or argument as messages show it.</param>
    /// <param name="possibleValues">What it takes.</param>
    /// <param name="value">What was given.</param>
    public static CommandLineExit ImpossibleValue(string display, string[] possibleValues, string value)
    {
        var text = new StringBuilder($"invalid value '{value}' for '{display}'");
        AddPossibleValues(text, possibleValues);
        if (Similar.Best(value, possibleValues) is { } similar)
            text.Append($"\n\n  tip: a similar value exists: '{similar}'");
        return Mistake(text.ToString());
    }

    public static CommandLineExit BadValue(OptionSpec option, string value, string reason) =>
        Mistake($"invalid value '{value}' for '{option.Display}': {reason}");

    /// <summary>Things that exclude each other.</summary>
    /// <param name="command">Where they were given.</param>
    /// <param name="name">The first of them.</param>
    /// <param name="others">The other ones.</param>
    public static CommandLineExit Conflict(ParsedCommand command, string name, List<string> others)
    {
        var remaining = UsageLine.Given(command).FindAll(given => !others.Contains(given));
        var needs = remaining.SelectMany(given => command.FindOption(given)?.Requires ?? []).Where(need => !others.Contains(need));
        var list = others is [var only]
            ? $" '{command.Display(only)}'"
            : $":\n  {string.Join("\n  ", others.ConvertAll(command.Display))}";
        return WithUsage(
            $"the argument '{command.Display(name)}' cannot be used with{list}",
            UsageLine.Naming(command, [.. needs.Where(need => !remaining.Contains(need)), .. remaining]));
    }

    /// <summary>Something needed is not there.</summary>
    /// <param name="command">Where it is missing.</param>
    /// <param name="missing">What is missing, as messages show it.</param>
    /// <param name="names">The names of what is missing.</param>
    public static CommandLineExit Missing(ParsedCommand command, IReadOnlyList<string> missing, IReadOnlyList<string> names) => WithUsage(
        $"the following required arguments were not provided:\n  {string.Join("\n  ", missing)}",
        UsageLine.Naming(command, UsageLine.WithNeeds(command, [.. UsageLine.Given(command), .. names])));

    /// <summary>The original reports this one need without the command's usage.</summary>
    public static CommandLineExit MissingForRoot(ParsedCommand command, string name) =>
        WithUsage($"the following required argument was not provided: {name}", UsageLine.For(command.Root));

    private static CommandLineExit UnexpectedButSimilar(ParsedCommand command, string name, (string Name, OptionSpec Option) similar)
    {
        var trailing = Array.Exists(command.Spec.Arguments, static argument => argument.EndsOptions) ? ValueTip(command, $"--{name}")[1..] : "";
        return WithUsage(
            $"unexpected argument '--{name}' found\n\n  tip: a similar argument exists: '--{similar.Name}'{trailing}",
            UsageLine.Naming(command, [.. UsageLine.Given(command), similar.Option.Long]));
    }

    private static string ValueTip(ParsedCommand command, string argument) =>
        command.Spec.Arguments.Length > 0 ? $"\n\n  tip: to pass '{argument}' as a value, use '-- {argument}'" : "";

    private static string SubcommandTip(List<string> similar) => similar switch
    {
        [] => "",
        [var only] => $"\n\n  tip: a similar subcommand exists: '{only}'",
        _ => $"\n\n  tip: some similar subcommands exist: '{string.Join("', '", similar)}'",
    };

    private static void AddPossibleValues(StringBuilder text, string[] values)
    {
        if (values.Length > 0)
            text.Append($"\n  [possible values: {string.Join(", ", values)}]");
    }

    private static CommandLineExit WithUsage(string message, string usage) => Mistake($"{message}\n\nUsage: {usage}");

    private static CommandLineExit Mistake(string message) => CommandLineExit.Mistake($"error: {message}\n\n{Hint}");
}
