using System.Buffers;
using System.Globalization;
using System.Text;

namespace Codex.Backend.Providers;

/// <summary>The URL of a request: parameters are appended as they are written, only what no URL may hold is escaped.</summary>
/// <param name="Text">The URL as it was put together; what error messages show.</param>
/// <param name="Address">Where to send to; null when the text is no absolute URL.</param>
internal sealed record EndpointUrl(string Text, Uri? Address)
{
    private static readonly SearchValues<byte> s_kept = SearchValues.Create(
        "!$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Whether requests can be sent there.</summary>
    public bool IsHttp => Address is { Scheme: "http" or "https" };

    /// <summary>The URL of a path below the base.</summary>
    public static EndpointUrl Build(string baseUrl, string path, IReadOnlyDictionary<string, string> query)
    {
        var text = new StringBuilder(baseUrl.TrimEnd('/')).Append('/').Append(path);
        var escaped = new StringBuilder(text.ToString());
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(name).Append('=').Append(value);
            escaped.Append(separator).Append(Escape(name)).Append('=').Append(Escape(value));
            separator = '&';
        }

        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = query.Count > 0 };
        return new EndpointUrl(text.ToString(), Uri.TryCreate(escaped.ToString(), options, out var url) && !url.IsFile ? url : null);
    }

    private static string Escape(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.AsSpan().IndexOfAnyExcept(s_kept) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var value in utf8)
            _ = s_kept.Contains(value) ? escaped.Append((char)value) : escaped.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }
}
