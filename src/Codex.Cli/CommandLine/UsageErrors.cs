using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>The texts of wrong command lines, in the shapes clap gives them.</summary>
internal static class UsageErrors
{
    private static string Tip => $"\n\n  {Style.Valid("tip:")} ";

    private static string Hint => $"For more information, try '{Style.Literal("--help")}'.\n";

    /// <summary>An unknown long option.</summary>
    /// <param name="command">Where it stands.</param>
    /// <param name="name">Its name without dashes.</param>
    /// <param name="following">The words behind it.</param>
    public static CommandLineExit UnexpectedLong(ParsedCommand command, string name, IReadOnlyList<string> following)
    {
        if (Similar.Option(command, name) is { } similar)
            return UnexpectedButSimilar(command, name, similar);
        var tip = Similar.OptionOfSubcommand(command, name, following) is { } other
            ? $"{Tip}'{Style.Valid($"{other.Subcommand} --{other.Name}")}' exists"
            : ValueTip(command, $"--{name}");
        return WithUsage($"unexpected argument '{Style.Invalid($"--{name}")}' found{tip}", UsageLine.Naming(command, UsageLine.Given(command)));
    }

    public static CommandLineExit UnexpectedShort(ParsedCommand command, char letter) => WithUsage(
        $"unexpected argument '{Style.Invalid($"-{letter}")}' found{ValueTip(command, $"-{letter}")}",
        UsageLine.For(command));

    /// <summary>A word that nothing takes.</summary>
    /// <param name="command">Where it stands.</param>
    /// <param name="word">The word.</param>
    /// <param name="isBehindDashes">Whether <c>--</c> stands in front of it.</param>
    public static CommandLineExit UnexpectedWord(ParsedCommand command, string word, bool isBehindDashes)
    {
        var spec = command.Spec;
        if (isBehindDashes && (spec.FindSubcommand(word) is not null || (spec.Subcommands.Length > 0 && word == "help")))
            return WithUsage($"unexpected argument '{Style.Invalid(word)}' found{Tip}subcommand '{Style.Valid(word)}' exists; to use it, remove the '{Style.Invalid("--")}' before it", UsageLine.For(command));
        if (spec.Subcommands.Length == 0 || (spec.Arguments.Length > 0 && Similar.Subcommands(spec, word).Count == 0))
            return WithUsage($"unexpected argument '{Style.Invalid(word)}' found", UsageLine.For(command));
        return UnknownSubcommand(command, word, suggest: true);
    }

    public static CommandLineExit UnknownSubcommand(ParsedCommand command, string word, bool suggest)
    {
        var tip = suggest ? SubcommandTip(Similar.Subcommands(command.Spec, word)) : "";
        return WithUsage($"unrecognized subcommand '{Style.Invalid(word)}'{tip}", UsageLine.For(command));
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
            $"'{Style.Invalid(command.Path)}' requires a subcommand but one was not provided\n  [subcommands: {List([.. names, "help"])}]",
            UsageLine.For(command));
    }

    public static CommandLineExit UnexpectedValue(ParsedCommand command, OptionSpec option, string value) => WithUsage(
        $"unexpected value '{Style.Invalid(value)}' for '{Style.Literal($"--{option.Long}")}' found; no more were expected",
        UsageLine.Naming(command, [.. UsageLine.Given(command), option.Long]));

    public static CommandLineExit GivenTwice(ParsedCommand command, OptionSpec option) =>
        WithUsage($"the argument '{Style.Invalid(option.Display)}' cannot be used multiple times", UsageLine.For(command));

    public static CommandLineExit MissingValue(OptionSpec option)
    {
        var text = new StringBuilder($"a value is required for '{Style.Invalid(option.Display)}' but none was supplied");
        AddPossibleValues(text, option.PossibleValues);
        return Mistake(text.ToString());
    }

    /// <summary>A value that is not one of the possible ones.</summary>
    /// <param name="display">The option or argument as messages show it.</param>
    /// <param name="possibleValues">What it takes.</param>
    /// <param name="value">What was given.</param>
    public static CommandLineExit ImpossibleValue(string display, string[] possibleValues, string value)
    {
        var text = new StringBuilder($"invalid value '{Style.Invalid(value)}' for '{Style.Literal(display)}'");
        AddPossibleValues(text, possibleValues);
        if (Similar.Best(value, possibleValues) is { } similar)
            text.Append($"{Tip}a similar value exists: '{Style.Valid(similar)}'");
        return Mistake(text.ToString());
    }

    public static CommandLineExit BadValue(OptionSpec option, string value, string reason) =>
        Mistake($"invalid value '{Style.Invalid(value)}' for '{Style.Literal(option.Display)}': {reason}");

    /// <summary>Things that exclude each other.</summary>
    /// <param name="command">Where they were given.</param>
    /// <param name="name">The first of them.</param>
    /// <param name="others">The other ones.</param>
    public static CommandLineExit Conflict(ParsedCommand command, string name, List<string> others)
    {
        var remaining = UsageLine.Given(command).FindAll(given => !others.Contains(given));
        var needs = remaining.SelectMany(given => command.FindOption(given)?.Requires ?? []).Where(need => !others.Contains(need));
        var list = others is [var only]
            ? $" '{Style.Invalid(command.Display(only))}'"
            : $":\n  {string.Join("\n  ", others.ConvertAll(other => Style.Invalid(command.Display(other))))}";
        return WithUsage(
            $"the argument '{Style.Invalid(command.Display(name))}' cannot be used with{list}",
            UsageLine.Naming(command, [.. needs.Where(need => !remaining.Contains(need)), .. remaining]));
    }

    /// <summary>Something needed is not there.</summary>
    /// <param name="command">Where it is missing.</param>
    /// <param name="missing">What is missing, as messages show it.</param>
    /// <param name="names">The names of what is missing.</param>
    public static CommandLineExit Missing(ParsedCommand command, IReadOnlyList<string> missing, IReadOnlyList<string> names) => WithUsage(
        $"the following required arguments were not provided:\n  {string.Join("\n  ", missing.Select(Style.Valid))}",
        UsageLine.Naming(command, UsageLine.WithNeeds(command, [.. UsageLine.Given(command), .. names])));

    /// <summary>The original reports this one need without the command's usage.</summary>
    public static CommandLineExit MissingForRoot(ParsedCommand command, string name) =>
        WithUsage($"the following required argument was not provided: {name}", UsageLine.For(command.Root));

    private static CommandLineExit UnexpectedButSimilar(ParsedCommand command, string name, (string Name, OptionSpec Option) similar)
    {
        var trailing = Array.Exists(command.Spec.Arguments, static argument => argument.EndsOptions) ? ValueTip(command, $"--{name}")[1..] : "";
        return WithUsage(
            $"unexpected argument '{Style.Invalid($"--{name}")}' found{Tip}a similar argument exists: '{Style.Valid($"--{similar.Name}")}'{trailing}",
            UsageLine.Naming(command, [.. UsageLine.Given(command), similar.Option.Long]));
    }

    private static string ValueTip(ParsedCommand command, string argument) =>
        command.Spec.Arguments.Length > 0 ? $"{Tip}to pass '{Style.Invalid(argument)}' as a value, use '{Style.Valid($"-- {argument}")}'" : "";

    private static string SubcommandTip(List<string> similar) => similar switch
    {
        [] => "",
        [var only] => $"{Tip}a similar subcommand exists: '{Style.Valid(only)}'",
        _ => $"{Tip}some similar subcommands exist: '{string.Join("', '", similar.Select(Style.Valid))}'",
    };

    private static string List(string[] words) => string.Join(", ", words.Select(Style.Valid));

    private static void AddPossibleValues(StringBuilder text, string[] values)
    {
        if (values.Length > 0)
            text.Append($"\n  [possible values: {List(values)}]");
    }

    private static CommandLineExit WithUsage(string message, string usage) => Mistake($"{message}\n\n{Style.Header("Usage:")} {usage}");

    private static CommandLineExit Mistake(string message) => CommandLineExit.Mistake($"{Style.Error("error:")} {message}\n\n{Hint}");
}
