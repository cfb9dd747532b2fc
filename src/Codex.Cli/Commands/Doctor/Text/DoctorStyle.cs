namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>Signs and colours of the report for people.</summary>
internal sealed class DoctorStyle(DoctorTextOptions options)
{
    private const int Green = 10;
    private const int Amber = 220;
    private const int Orange = 214;
    private const int Red = 196;
    private const int Cyan = 117;
    private const int Grey = 240;
    private const int RuleLength = 61;
    private const string SentenceEnds = ",.:;)";

    /// <summary>A line across.</summary>
    public string Rule => Dim(new string(options.IsAscii ? '-' : '─', RuleLength));

    /// <summary>What separates the parts of a row.</summary>
    public string Separator => options.IsAscii ? " | " : " · ";

    /// <summary>What separates a finding from its remedy.</summary>
    public string Dash => options.IsAscii ? " - " : " — ";

    /// <summary>The sign of a remedy.</summary>
    public string RemedyMark => Paint(options.IsAscii ? "->" : "→", Orange);

    /// <summary>The sign of a remark.</summary>
    public string RemarkMark => Paint(options.IsAscii ? "-" : "·", Grey);

    /// <summary>The sign of a fact that is at fault; a blank for others.</summary>
    public string FaultMark(bool isFault) => isFault ? Paint(options.IsAscii ? ">" : "▸", Orange) : " ";

    /// <summary>The sign of a row.</summary>
    public string Mark(DisplayStatus status) => Colored(
        status,
        (status, options.IsAscii) switch
        {
            (DisplayStatus.Ok, true) => "[ok]",
            (DisplayStatus.Update, true) => "[up]",
            (DisplayStatus.Warning, true) => "[!!]",
            (DisplayStatus.Fail, true) => "[XX]",
            (DisplayStatus.Idle, true) => "[--]",
            (DisplayStatus.Ok, _) => "✓",
            (DisplayStatus.Update, _) => "↑",
            (DisplayStatus.Warning, _) => "⚠",
            (DisplayStatus.Fail, _) => "✗",
            _ => "○",
        });

    /// <summary>A text in the colour of a state.</summary>
    public string Colored(DisplayStatus status, string text) => status switch
    {
        DisplayStatus.Ok => Paint(text, Green),
        DisplayStatus.Update => Paint(text, Amber),
        DisplayStatus.Warning => Paint(text, Orange),
        DisplayStatus.Fail => Paint(text, Red),
        _ => Dim(text),
    };

    /// <summary>A heading.</summary>
    public string Bold(string text) => options.HasColor ? $"\e[1m{text}\e[0m" : text;

    /// <summary>Something of less importance.</summary>
    public string Dim(string text) => options.HasColor ? $"\e[2m{text}\e[0m" : text;

    /// <summary>Something to type.</summary>
    public string Command(string text) => Paint(text, Cyan);

    /// <summary>The label of a fact.</summary>
    public string Label(string text) => Paint(text, Grey);

    /// <summary>A text whose options and quoted words stand out.</summary>
    public string Highlight(string text)
    {
        if (!options.HasColor)
            return text;
        var parts = text.Split('`');
        for (var index = 0; index < parts.Length; index++)
            parts[index] = index % 2 == 1 ? Command(parts[index]) : string.Join(' ', parts[index].Split(' ').Select(Word));
        return string.Concat(parts);
    }

    private string Word(string word)
    {
        var bare = word.TrimEnd(SentenceEnds.ToCharArray());
        return bare.StartsWith("--", StringComparison.Ordinal) || bare.Contains("://", StringComparison.Ordinal) || bare.StartsWith('/')
            ? Command(bare) + word[bare.Length..]
            : word;
    }

    private string Paint(string text, int color) => options.HasColor ? $"\e[38;5;{color}m{text}\e[39m" : text;
}
