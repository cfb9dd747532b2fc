using System.Text;

namespace Codex.Cli.CommandLine;

/// <summary>Styles of help and errors, as terminals understand them. Texts are made with styles; who prints removes them where they are not wanted.</summary>
internal static class Style
{
    private const char Escape = '\x1b';
    private const string Reset = "\x1b[0m";

    /// <summary>Titles of sections.</summary>
    public static string Header(string text) => $"\x1b[1m\x1b[4m{text}{Reset}";

    /// <summary>What is typed as it stands.</summary>
    public static string Literal(string text) => $"\x1b[1m{text}{Reset}";

    /// <summary>The word in front of a mistake.</summary>
    public static string Error(string text) => $"\x1b[1m\x1b[31m{text}{Reset}";

    /// <summary>What is wrong.</summary>
    public static string Invalid(string text) => $"\x1b[33m{text}{Reset}";

    /// <summary>What would be right.</summary>
    public static string Valid(string text) => $"\x1b[32m{text}{Reset}";

    /// <summary>The text without styles, also without those that a user typed.</summary>
    public static string Remove(string text)
    {
        if (!text.Contains(Escape, StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != Escape)
                plain.Append(text[index]);
            else if (index + 1 < text.Length && text[index + 1] == '[')
                index = EndOfSequence(text, index + 2);
        }

        return plain.ToString();
    }

    // Parameters and intermediates, then one final character.
    private static int EndOfSequence(string text, int index)
    {
        while (index < text.Length && text[index] is >= ' ' and <= '?')
            index++;
        return index;
    }
}
