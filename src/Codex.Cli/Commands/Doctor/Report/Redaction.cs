using System.Buffers;
using System.Text;
using Codex.Formats.Secrets;

namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>Takes secrets out of what is reported: values under telling labels, logins and deeper paths of addresses.</summary>
internal static class Redaction
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Placeholder = "<redacted>";

    private static readonly string[] s_tellingWords = ["api_key", "access_token", "authorization", "bearer", "token", "secret", "password"];
    private static readonly string[] s_secretBeginnings = ["sk-", "Bearer ", "Basic "];
    private static readonly string[] s_harmless = ["true", "false", "yes", "no", "present", "absent", "missing", "not set"];
    private static readonly SearchValues<char> s_trailing = SearchValues.Create(" \t\n\r.,;:)]");

    /// <summary>The value without secrets.</summary>
    public static string Apply(string label, string value)
    {
        if (s_harmless.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase))
            return value;
        var isTelling = !label.Contains("env var", StringComparison.OrdinalIgnoreCase)
            && Array.Exists(s_tellingWords, word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
        var isSecret = Array.Exists(s_secretBeginnings, beginning => value.Contains(beginning, StringComparison.OrdinalIgnoreCase));
        return isTelling || isSecret ? Placeholder : Addresses(SecretText.Redact(value, SecretText.Shapes));
    }

    /// <summary>A text whose addresses keep scheme, host and the first part of the path.</summary>
    public static string Addresses(string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
            return text;
        var words = text.Split(' ');
        return new StringBuilder().AppendJoin(' ', words.Select(Address)).ToString();
    }

    private static string Address(string word)
    {
        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return word;
        var end = word.AsSpan().LastIndexOfAnyExcept(s_trailing) + 1;
        var start = scheme + "://".Length;
        if (end < start)
            return word;
        var body = word[start..end];
        var cut = body.IndexOfAny(['/', '?', '#']);
        var authority = cut < 0 ? body : body[..cut];
        return string.Concat(word.AsSpan(0, start), authority.AsSpan(authority.LastIndexOf('@') + 1), Path(cut < 0 ? "" : body[cut..]), word.AsSpan(end));
    }

    private static string Path(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        path = end < 0 ? path : path[..end];
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [var first, _, ..] ? $"/{first}/{Placeholder}" : path;
    }
}
