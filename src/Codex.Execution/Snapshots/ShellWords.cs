using System.Buffers;

namespace Codex.Execution.Snapshots;

/// <summary>Words of POSIX shells.</summary>
internal static class ShellWords
{
    private static readonly SearchValues<char> s_nameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>A text as one word, whatever is in it.</summary>
    internal static string Quote(string text) => $"'{text.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";

    /// <summary>Whether a shell takes this for the name of a variable.</summary>
    internal static bool IsName(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0])
        && !name.AsSpan().ContainsAnyExcept(s_nameCharacters);
}
