using System.Buffers;

namespace Codex.Execution.Policy.PowerShell;

/// <summary>Finds web addresses in arguments.</summary>
internal static class WebAddresses
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\"');");

    /// <summary>Whether one of the words is or holds an address of the web.</summary>
    public static bool AreIn(IReadOnlyList<string> words) => words.Any(IsIn);

    private static bool IsIn(string word)
    {
        var start = word.IndexOf("https://", StringComparison.Ordinal);
        start = start < 0 ? word.IndexOf("http://", StringComparison.Ordinal) : start;
        var candidate = word.AsSpan(Math.Max(start, 0)).TrimStart(" \"'(");
        var end = candidate.IndexOfAny(s_ends);
        return Uri.TryCreate((end < 0 ? candidate : candidate[..end]).ToString(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
    }
}
