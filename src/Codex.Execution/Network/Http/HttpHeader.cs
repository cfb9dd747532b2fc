using System.Buffers;

namespace Codex.Execution.Network.Http;

/// <summary>A line of a head.</summary>
internal readonly record struct HttpHeader(string Name, string Value)
{
    private static readonly SearchValues<char> s_token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a header may have this name.</summary>
    internal static bool IsName(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(s_token);

    /// <summary>Whether a header may have this value: printable characters of ASCII, and tabs.</summary>
    internal static bool IsValue(string text) => text.Replace('\t', ' ').AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0;

    internal bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
