using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>Help in the layout of clap: long help with a paragraph for each entry, short help in two columns while they fit.</summary>
/// <param name="width">Columns that lines may fill.</param>
internal sealed class HelpText(int width)
{
    private const int LongIndent = 10;
    private const int ColumnGap = 2;

    // From this share of a line on, names leave too little room for what they mean.
    private const float WidestNames = 0.40f;

    /// <summary>What <c>--help</c> and <c>help</c> print.</summary>
    public string Long(ParsedCommand command)
    {
        var text = Start(command, command.Spec.LongAbout);
        AddParagraphs(text, "Arguments:", [.. command.Spec.Arguments.Select(HelpEntry.Of)]);
        AddParagraphs(text, "Options:", [.. HelpRows.Options(command).Select(LongEntry)]);
        return End(text, command);
    }

    /// <summary>What <c>-h</c> prints.</summary>
    public string Short(ParsedCommand command)
    {
        var text = Start(command, longAbout: null);
        AddTable(text, "Arguments:", [.. command.Spec.Arguments.Select(HelpEntry.Of)]);
        AddTable(text, "Options:", [.. HelpRows.Options(command).Select(HelpEntry.Of)]);
        return End(text, command);
    }

    private static HelpEntry LongEntry(OptionSpec option) => HelpEntry.Of(option) is var entry && option is { Long: "help", Short: 'h' }
        ? entry with { Help = "Print help (see a summary with '-h')" }
        : entry;

    private static string End(StringBuilder text, ParsedCommand command)
    {
        if (command.Spec.Examples is { } examples)
            text.Append('\n').Append(examples).Append('\n');
        return text.ToString();
    }

    private StringBuilder Start(ParsedCommand command, string? longAbout)
    {
        var text = new StringBuilder();
        foreach (var paragraph in (ReadOnlySpan<string?>)[command.Spec.About, longAbout])
        {
            if (string.IsNullOrEmpty(paragraph))
                continue;
            AddWrapped(text, paragraph, indent: 0);
            text.Append('\n');
        }

        text.Append(Style.Header("Usage:")).Append(' ').Append(UsageLine.For(command)).Append('\n');
        AddTable(text, "Commands:", HelpRows.Commands(command.Spec));
        return text;
    }

    private void AddParagraphs(StringBuilder text, string title, List<HelpEntry> entries)
    {
        if (entries.Count == 0)
            return;
        text.Append('\n').Append(Style.Header(title)).Append('\n');
        for (var index = 0; index < entries.Count; index++)
        {
            if (index > 0)
                text.Append('\n');
            AddParagraph(text, entries[index]);
        }
    }

    private void AddParagraph(StringBuilder text, HelpEntry entry)
    {
        text.Append(entry.StyledLeft).Append('\n');
        AddIndented(text, entry.Help);
        foreach (var further in (ReadOnlySpan<string>)[entry.LongHelp ?? "", string.Join('\n', entry.Facts)])
        {
            if (further.Length == 0)
                continue;
            if (entry.Help.Length > 0)
                text.Append(' ', LongIndent).Append('\n');
            AddIndented(text, further);
        }

        if (entry.Values.Length > 0)
            AddValues(text, entry);
    }

    private void AddIndented(StringBuilder text, string paragraphs)
    {
        foreach (var paragraph in paragraphs.Split('\n'))
            AddWrapped(text.Append(' ', LongIndent), paragraph, LongIndent);
    }

    private void AddValues(StringBuilder text, HelpEntry entry)
    {
        text.Append('\n').Append(' ', LongIndent).Append("Possible values:\n");
        var nameWidth = entry.Values.Max(static value => value.Value.Length);
        foreach (var (value, help) in entry.Values)
        {
            text.Append(' ', LongIndent).Append("- ").Append(Style.Literal(value)).Append(':').Append(' ', nameWidth - value.Length + 1);
            AddWrapped(text, help, LongIndent + ColumnGap, LongIndent + nameWidth + (2 * ColumnGap));
        }
    }

    private void AddTable(StringBuilder text, string title, List<HelpEntry> rows)
    {
        if (rows.Count == 0)
            return;
        text.Append('\n').Append(Style.Header(title)).Append('\n');
        var longest = rows.Max(static row => row.Left.Length) + ColumnGap;
        var column = rows.Exists(row => NeedsOwnLine(row, longest)) ? LongIndent : longest;
        foreach (var row in rows)
        {
            text.Append(row.StyledLeft);
            if (column == longest)
                text.Append(' ', column - row.Left.Length);
            else
                text.Append('\n').Append(' ', column);
            AddWrapped(text, string.Join(' ', ((string[])[row.Help, row.ShortFacts]).Where(static part => part.Length > 0)), column);
        }
    }

    private bool NeedsOwnLine(HelpEntry row, int column) =>
        width >= column && (float)column / width > WidestNames && row.Help.Length + row.ShortFacts.Length > width - column;

    private void AddWrapped(StringBuilder text, string paragraph, int indent) => AddWrapped(text, paragraph, indent, indent);

    private void AddWrapped(StringBuilder text, string paragraph, int indent, int used)
    {
        var isFirst = true;
        foreach (var word in paragraph.Split(' '))
        {
            if (!isFirst && used + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', indent);
                used = indent;
            }
            else if (!isFirst)
            {
                text.Append(' ');
                used++;
            }

            text.Append(word);
            used += word.Length;
            isFirst = false;
        }

        text.Append('\n');
    }
}
