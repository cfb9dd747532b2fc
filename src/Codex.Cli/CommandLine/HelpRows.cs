namespace Codex.Cli.CommandLine;

/// <summary>What the sections of a command's help list, in order.</summary>
internal static class HelpRows
{
    /// <summary>Visible commands below a command.</summary>
    public static List<HelpEntry> Commands(CommandSpec spec)
    {
        List<HelpEntry> rows = [];
        foreach (var command in spec.Subcommands)
        {
            if (command is { Hidden: false, Unlisted: false })
                rows.Add(HelpEntry.Of(command));
        }

        if (spec.Subcommands.Length > 0)
            rows.Add(HelpEntry.Of(HelpCommand.Spec()));
        return rows;
    }

    /// <summary>
    /// Visible options of a command: by their number among the options of the command that declares them, inherited ones
    /// mixed in, then by name. The built-in ones come last.
    /// </summary>
    public static List<OptionSpec> Options(ParsedCommand command)
    {
        List<(int Order, string Key, OptionSpec Option)> rows = [];
        foreach (var option in command.AllOptions())
        {
            if (!option.Hidden)
                rows.Add((Order(command, option), Key(option), option));
        }

        rows.Sort(static (left, right) => left.Order != right.Order ? left.Order - right.Order : string.CompareOrdinal(left.Key, right.Key));
        return [.. rows.Select(static row => row.Option), .. BuiltInOptions.All(command.Spec)];
    }

    private static int Order(ParsedCommand command, OptionSpec option)
    {
        for (var owner = command; owner is not null; owner = owner.Parent)
        {
            var index = Array.IndexOf(owner.Spec.Options, option);
            if (index >= 0)
                return index + (owner.Spec.SubcommandsFirst ? owner.Spec.Subcommands.Length : 0);
        }

        return int.MaxValue;
    }

    // A capital short name follows its small one.
    private static string Key(OptionSpec option) => option.Short switch
    {
        '\0' => option.Long,
        var letter => $"{char.ToLowerInvariant(letter)}{(char.IsAsciiLetterUpper(letter) ? '1' : '0')}",
    };
}
