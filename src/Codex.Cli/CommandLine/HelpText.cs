using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>Help in the layout of clap: 100 columns, long help with a paragraph for each option, short help in two columns.</summary>
internal static class HelpText
{
    private const int Width = 100;
    private const int LongIndent = 10;

    /// <summary>What <c>--help</c> and <c>help</c> print.</summary>
    public static string Long(ParsedCommand command)
    {
        var text = Start(command, command.Spec.LongAbout);
        foreach (var argument in Heading(text, "Arguments:", command.Spec.Arguments))
            AddLong(text, $"  {argument.Display}", [argument.Help]);
        Trim(text, command.Spec.Arguments.Length);
        text.Append("\nOptions:\n");
        foreach (var option in VisibleOptions(command))
            AddLong(text, Left(option), Paragraphs(option));
        AddLong(text, "  -h, --help", ["Print help (see a summary with '-h')"]);
        if (command.Spec.VersionName is not null)
            AddLong(text, "  -V, --version", ["Print version"]);
        Trim(text, 1);
        return text.ToString();
    }

    /// <summary>What <c>-h</c> prints.</summary>
    public static string Short(ParsedCommand command)
    {
        var text = Start(command, longAbout: null);
        AddTable(text, "Arguments:", [.. command.Spec.Arguments.Select(static argument => ($"  {argument.Display}", argument.Help))]);
        List<(string Left, string Right)> rows =
        [
            .. VisibleOptions(command).Select(static option => (Left(option), string.Join(' ', ShortParagraphs(option)))),
            ("  -h, --help", "Print help (see more with '--help')"),
        ];
        if (command.Spec.VersionName is not null)
            rows.Add(("  -V, --version", "Print version"));
        AddTable(text, "Options:", rows);
        return text.ToString();
    }

    private static StringBuilder Start(ParsedCommand command, string? longAbout)
    {
        var text = new StringBuilder(command.Spec.About).Append('\n');
        if (longAbout is not null)
            text.Append('\n').Append(longAbout).Append('\n');
        text.Append("\nUsage: ").Append(UsageLine.For(command)).Append('\n');
        AddTable(text, "Commands:", [.. Commands(command.Spec)]);
        return text;
    }

    private static IEnumerable<(string Left, string Right)> Commands(CommandSpec spec)
    {
        if (spec.Subcommands.Length == 0)
            yield break;
        foreach (var command in spec.Subcommands)
        {
            if (!command.Hidden)
                yield return ($"  {command.Name}", command.About + Aliases(command));
        }

        yield return ("  help", "Print this message or the help of the given subcommand(s)");
    }

    private static string Aliases(CommandSpec command) =>
        command.Aliases.Length == 0 ? "" : $" [aliases: {string.Join(", ", command.Aliases)}]";

    private static IEnumerable<OptionSpec> VisibleOptions(ParsedCommand command)
    {
        foreach (var option in command.Spec.Options)
        {
            if (!option.Hidden)
                yield return option;
        }

        for (var owner = command.Parent; owner is not null; owner = owner.Parent)
        {
            foreach (var option in owner.Spec.Options)
            {
                if (option is { Global: true, Hidden: false })
                    yield return option;
            }
        }
    }

    private static string Left(OptionSpec option)
    {
        var name = option.Short == '\0' ? $"      --{option.Long}" : $"  -{option.Short}, --{option.Long}";
        return option.ValueName is null ? name : $"{name} <{option.ValueName}>{(option.TakesManyValues ? "..." : "")}";
    }

    private static List<string> Paragraphs(OptionSpec option)
    {
        List<string> paragraphs = [option.Help];
        if (option.LongHelp is not null)
            paragraphs.Add(option.LongHelp);
        if (option.PossibleValues.Length > 0)
            paragraphs.Add(Values(option, "\n"));
        return paragraphs;
    }

    private static IEnumerable<string> ShortParagraphs(OptionSpec option)
    {
        yield return option.Help;
        if (option.PossibleValues.Length > 0)
            yield return Values(option, " ");
    }

    private static string Values(OptionSpec option, string separator)
    {
        var values = $"[possible values: {string.Join(", ", option.PossibleValues)}]";
        return option.DefaultValue is null ? values : $"[default: {option.DefaultValue}]{separator}{values}";
    }

    private static T[] Heading<T>(StringBuilder text, string title, T[] entries)
    {
        if (entries.Length > 0)
            text.Append('\n').Append(title).Append('\n');
        return entries;
    }

    // Entries of the long help are separated by blank lines; the last one needs none.
    private static void Trim(StringBuilder text, int entries)
    {
        if (entries > 0)
            text.Length--;
    }

    private static void AddLong(StringBuilder text, string left, List<string> paragraphs)
    {
        text.Append(left).Append('\n');
        for (var index = 0; index < paragraphs.Count; index++)
        {
            if (index > 0)
                text.Append(' ', LongIndent).Append('\n');
            foreach (var paragraph in paragraphs[index].Split('\n'))
                AddWrapped(text.Append(' ', LongIndent), paragraph, LongIndent);
        }

        text.Append('\n');
    }

    private static void AddTable(StringBuilder text, string title, List<(string Left, string Right)> rows)
    {
        if (rows.Count == 0)
            return;
        text.Append('\n').Append(title).Append('\n');
        var column = rows.Max(static row => row.Left.Length) + 2;
        foreach (var (left, right) in rows)
            AddWrapped(text.Append(left.PadRight(column)), right, column);
    }

    private static void AddWrapped(StringBuilder text, string paragraph, int indent)
    {
        var used = indent;
        foreach (var word in paragraph.Split(' '))
        {
            if (used > indent && used + 1 + word.Length > Width)
            {
                text.Append('\n').Append(' ', indent);
                used = indent;
            }

            if (used > indent)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
        }

        text.Append('\n');
    }
}
