using System.Text;

namespace Codex.Configuration.Environment;

/// <summary>
/// Divides a dotenv file into lines: quotes hold several together, comments go. What is not UTF-8 is left out, together with
/// what was open before it.
/// </summary>
internal static class DotEnvLines
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines without blanks at their ends. What is open at the end of the file is left out.</summary>
    public static IEnumerable<string> Split(ReadOnlyMemory<byte> file)
    {
        var open = new StringBuilder();
        var quotes = new DotEnvQuotes();
        foreach (var physical in PhysicalLines(file))
        {
            if (physical is null)
            {
                open.Clear();
                quotes = new DotEnvQuotes();
                continue;
            }

            if (open.Length == 0 && physical.AsSpan().TrimStart().StartsWith('#'))
                continue;
            var end = quotes.Follow(physical);
            open.Append(physical, 0, end);
            if (end == physical.Length && quotes.IsOpen)
                continue;
            yield return open.ToString().TrimEnd();
            open.Clear();
            quotes = new DotEnvQuotes();
        }
    }

    // With their ends; null where the bytes are no text.
    private static IEnumerable<string?> PhysicalLines(ReadOnlyMemory<byte> file)
    {
        while (!file.IsEmpty)
        {
            var end = file.Span.IndexOf((byte)'\n');
            var line = end < 0 ? file : file[..(end + 1)];
            file = file[line.Length..];
            yield return Decode(line.Span);
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
