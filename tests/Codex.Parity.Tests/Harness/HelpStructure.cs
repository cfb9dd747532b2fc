namespace Codex.Parity.Tests.Harness;

/// <summary>
/// Help without its prose, which is ours: usage, headings, names, values, defaults, possible values, examples, the columns that
/// texts start in, and whether there is a text at all.
/// </summary>
internal static class HelpStructure
{
    private const string Prose = "<text>";
    private const int DeepestName = 6;
    private const int LongestValue = 16;

    internal static IReadOnlyList<string> Of(string help)
    {
        List<string> lines = [];
        var section = "";
        foreach (var line in help.Split('\n'))
        {
            if (line.EndsWith(':') && line.Length > 0 && char.IsAsciiLetterUpper(line[0]) && !line.Contains(' ', StringComparison.Ordinal))
                section = line;
            else if (line.StartsWith("Usage: ", StringComparison.Ordinal))
                section = "Usage:";
            Add(lines, section, line);
        }

        return lines;
    }

    /// <summary>The commands that help lists.</summary>
    internal static IEnumerable<string> Commands(string help) => help.Split('\n')
        .SkipWhile(static line => line != "Commands:").Skip(1)
        .TakeWhile(static line => line.Length > 0)
        .Where(static line => line.Length > 2 && line[2] != ' ')
        .Select(static line => line.Trim().Split(' ')[0]);

    private static void Add(List<string> lines, string section, string line)
    {
        if (line.Length == 0 || line == section || section is "Usage:" or "Examples:" or "Example:")
            lines.Add(line);
        else if (section.Length == 0)
            AddProse(lines, line, 0);
        else if (Depth(line) <= DeepestName)
            AddEntry(lines, line);
        else
            AddProse(lines, line, Depth(line));
    }

    // How long a text is is no structure: lines of values that go on are left out.
    private static bool GoesOn(List<string> lines) => lines.Count > 0 && lines[^1].EndsWith(':') && lines[^1].Contains(": - ", StringComparison.Ordinal);

    // The name ends at two spaces.
    private static void AddEntry(List<string> lines, string line)
    {
        var depth = Depth(line);
        var end = line.IndexOf("  ", depth, StringComparison.Ordinal);
        if (line[depth] == '-' && line.StartsWith("  -", StringComparison.Ordinal) && end == depth + 3)
            end = line.IndexOf("  ", end + 2, StringComparison.Ordinal);
        lines.Add(end < 0 ? line : line[..end].TrimEnd());
        if (end < 0)
            return;
        var text = line[end..];
        AddProse(lines, text, end + Depth(text));
    }

    private static void AddProse(List<string> lines, string text, int column)
    {
        var isBehindProse = lines.Count > 0 && lines[^1] == $"{column}: {Prose}";
        if (text.Trim() is not { Length: > 0 } words)
        {
            if (!isBehindProse)
                lines.Add($"{column}: nothing");
        }
        else if (words == "Possible values:")
            lines.Add($"{column}: {words}");
        else if (words.StartsWith("- ", StringComparison.Ordinal) && words.IndexOf(':', StringComparison.Ordinal) is > 0 and < LongestValue)
            lines.Add($"{column}: {words[..(words.IndexOf(':', StringComparison.Ordinal) + 1)]}");
        else if (!isBehindProse && !GoesOn(lines))
            lines.Add($"{column}: {Prose}");
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;
}
