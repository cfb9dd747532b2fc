namespace Codex.Execution.Policy.Rules;

/// <summary>Brings the hosts of network rules into one form (<c>execpolicy/src/rule.rs</c>).</summary>
public static class NetworkHost
{
    /// <summary>The host in lower case, without port, brackets and final dots.</summary>
    /// <exception cref="InvalidRuleException">It is none, or a pattern.</exception>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var host = text.Trim();
        if (host.Length is 0)
        {
            throw Fail("cannot be empty");
        }

        if (host.AsSpan().ContainsAny('/', '?', '#'))
        {
            throw Fail("must be a hostname or IP literal (without scheme or path)");
        }

        var normalized = WithoutPort(host, text).TrimEnd('.').Trim().ToLowerInvariant();
        return normalized switch
        {
            "" => throw Fail("cannot be empty"),
            _ when normalized.Contains('*', StringComparison.Ordinal) => throw Fail("must be a specific host; wildcards are not allowed"),
            _ when normalized.Any(char.IsWhiteSpace) => throw Fail("cannot contain whitespace"),
            _ => normalized,
        };
    }

    private static string WithoutPort(string host, string text)
    {
        if (host[0] is '[')
        {
            var end = host.IndexOf(']', StringComparison.Ordinal);
            if (end < 0)
            {
                throw Fail("has an invalid bracketed IPv6 literal");
            }

            return end == host.Length - 1 || IsPort(host.AsSpan(end + 1)) ? host[1..end] : throw Fail($"contains an unsupported suffix: {text}");
        }

        var colon = host.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon == host.LastIndexOf(':') && IsPort(host.AsSpan(colon)) ? host[..colon] : host;
    }

    private static bool IsPort(ReadOnlySpan<char> text) => text is [':', _, ..] && !text[1..].ContainsAnyExceptInRange('0', '9');

    private static InvalidRuleException Fail(string problem) => new($"invalid rule: network_rule host {problem}");
}
