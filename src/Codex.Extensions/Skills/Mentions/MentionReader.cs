namespace Codex.Extensions.Skills.Mentions;

/// <summary>
/// Finds mentions in a prompt: <c>$name</c>, and links such as <c>[$name](/path/to/SKILL.md)</c>
/// (<c>codex-rs/core-skills/src/injection.rs</c>).
/// </summary>
internal sealed class MentionReader
{
    private const string SkillScheme = "skill://";
    private static readonly string[] s_otherSchemes = ["app://", "mcp://", "plugin://"];

    // Shell variables that prompts often contain.
    private static readonly HashSet<string> s_variables = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "SHELL", "PWD", "TMPDIR", "TEMP", "TMP", "LANG", "TERM", "XDG_CONFIG_HOME",
    };

    /// <summary>The names mentioned without a link.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that links lead to.</summary>
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads one text.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny('$', '[') is >= 0 and var at)
        {
            text = text[at..];
            text = text[(text[0] == '[' ? ReadLink(text) : ReadName(text))..];
        }
    }

    private int ReadName(ReadOnlySpan<char> text)
    {
        var length = NameLength(text[1..]);
        if (length > 0 && text.Slice(1, length).ToString() is var name && !s_variables.Contains(name))
            Names.Add(name);
        return 1 + length;
    }

    // Returns how much was read: one character when this is no link.
    private int ReadLink(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[1] != '$' || NameLength(text[2..]) is not (> 0 and var length))
            return 1;
        var rest = text[(2 + length)..];
        if (rest.IsEmpty || rest[0] != ']')
            return 1;
        rest = rest[1..].TrimStart(" \t\n\f\r");
        if (rest.IsEmpty || rest[0] != '(' || rest.IndexOf(')') is not (> 0 and var end))
            return 1;
        var target = rest[1..end].Trim();
        if (target.IsEmpty)
            return 1;
        if (!s_variables.Contains(text.Slice(2, length).ToString()))
            AddTarget(target.ToString());
        return text.Length - rest.Length + end + 1;
    }

    private void AddTarget(string target)
    {
        if (Array.Exists(s_otherSchemes, scheme => target.StartsWith(scheme, StringComparison.Ordinal)))
            return;
        Paths.Add(target.StartsWith(SkillScheme, StringComparison.Ordinal) ? target[SkillScheme.Length..] : target);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '-' or ':'))
            length++;
        return length;
    }
}
