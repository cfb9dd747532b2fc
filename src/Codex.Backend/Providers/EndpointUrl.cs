using System.Buffers;
using System.Globalization;
using System.Text;

namespace Codex.Backend.Providers;

/// <summary>Builds request URLs: parameters are appended as they are written, only what no URL may hold is escaped.</summary>
internal static class EndpointUrl
{
    private static readonly SearchValues<byte> Kept = SearchValues.Create(
        "!$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>The URL of a path below the base, or null when the base is no absolute HTTP URL.</summary>
    public static Uri? Build(string baseUrl, string path, IReadOnlyDictionary<string, string> query)
    {
        var text = new StringBuilder(baseUrl.TrimEnd('/')).Append('/').Append(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(Escape(name)).Append('=').Append(Escape(value));
            separator = '&';
        }

        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = query.Count > 0 };
        return Uri.TryCreate(text.ToString(), options, out var url) && url.Scheme is "http" or "https" ? url : null;
    }

    private static string Escape(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (utf8.AsSpan().IndexOfAnyExcept(Kept) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var value in utf8)
            _ = Kept.Contains(value) ? escaped.Append((char)value) : escaped.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }
}
