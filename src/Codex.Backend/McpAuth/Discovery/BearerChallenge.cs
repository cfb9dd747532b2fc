using System.Text;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>What a <c>WWW-Authenticate</c> header says about where to log in (RFC 9728).</summary>
/// <param name="Metadata">Address of the document about the resource.</param>
/// <param name="Scopes">What to ask for.</param>
internal sealed record BearerChallenge(Uri Metadata, IReadOnlyList<string> Scopes)
{
    /// <summary>Reads a header; null when it names no document.</summary>
    /// <param name="header">The header's value.</param>
    /// <param name="server">What relative addresses are relative to.</param>
    public static BearerChallenge? Parse(string header, Uri server) =>
        Parameter(header, "resource_metadata") is { } text && Uri.TryCreate(server, text, out var address) && address.Scheme is "http" or "https"
            ? new BearerChallenge(address, Parameter(header, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            : null;

    private static string? Parameter(string header, string name)
    {
        for (var from = 0; header.IndexOf(name + "=", from, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from = at + name.Length)
        {
            if (at == 0 || header[at - 1] is ' ' or ',' or ';' or '\t')
                return Value(header.AsSpan(at + name.Length + 1).TrimStart());
        }

        return null;
    }

    private static string? Value(ReadOnlySpan<char> text)
    {
        if (text is not ['"', ..])
            return text.IndexOfAny(",; \t") is >= 0 and var end ? text[..end].ToString() : text.ToString();
        var value = new StringBuilder();
        for (var index = 1; index < text.Length; index++)
        {
            if (text[index] == '"')
                return value.ToString();
            if (text[index] == '\\' && index + 1 < text.Length)
                index++;
            value.Append(text[index]);
        }

        return null;
    }
}
