using System.Buffers;
using System.Globalization;
using System.Text;

namespace Codex.Execution.Network.Http;

/// <summary>
/// The head of a request or a response. Read strictly: what two readers could understand differently is refused, so that
/// nothing can be hidden from the rules (RFC 9112, section 11.2).
/// </summary>
/// <param name="StartLine">The three parts of the first line; the third one of a status line may hold spaces.</param>
/// <param name="Headers">The other lines, in order.</param>
internal sealed record HttpHead(string[] StartLine, IReadOnlyList<HttpHeader> Headers)
{
    private const int MaximumHeaders = 200;

    private static readonly SearchValues<byte> s_token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Parses all lines up to the empty one, which is not part of the bytes.</summary>
    /// <exception cref="HttpHeadException">It is none.</exception>
    internal static HttpHead Parse(ReadOnlySpan<byte> bytes)
    {
        var headers = new List<HttpHeader>();
        var start = ParseStart(NextLine(ref bytes));
        while (!bytes.IsEmpty)
        {
            if (headers.Count == MaximumHeaders)
                throw new HttpHeadException(431, "too many headers");
            headers.Add(ParseHeader(NextLine(ref bytes)));
        }

        return new(start, headers);
    }

    /// <summary>The value of a header that may stand there once; null when it does not.</summary>
    /// <exception cref="HttpHeadException">It stands there several times.</exception>
    internal string? Single(string name)
    {
        string? value = null;
        foreach (var header in Headers)
        {
            if (header.Is(name))
                value = value is null ? header.Value : throw new HttpHeadException(400, $"invalid {name} header");
        }

        return value;
    }

    /// <summary>The length of the body of a request; null when it comes in chunks.</summary>
    /// <exception cref="HttpHeadException">It could be understood in two ways.</exception>
    internal long? BodyLength()
    {
        var (coding, length) = (Single("Transfer-Encoding"), Single("Content-Length"));
        if (coding is not null)
        {
            return length is null && StartLine[2] is "HTTP/1.1" && coding.Equals("chunked", StringComparison.OrdinalIgnoreCase)
                ? null
                : throw new HttpHeadException(400, "invalid Transfer-Encoding header");
        }

        if (length is null)
            return 0;
        return long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new HttpHeadException(400, "invalid Content-Length header");
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n"u8);
        var line = end < 0 ? bytes : bytes[..end];
        bytes = end < 0 ? [] : bytes[(end + 2)..];
        foreach (var value in line)
        {
            if (value < 0x20 && value != '\t' || value == 0x7F)
                throw new HttpHeadException(400, "invalid character in head");
        }

        return line;
    }

    private static string[] ParseStart(ReadOnlySpan<byte> line)
    {
        var parts = Encoding.Latin1.GetString(line).Split(' ', 3);
        return parts.Length == 3 && parts[0].Length > 0 && parts[1].Length > 0 ? parts : throw new HttpHeadException(400, "invalid start line");
    }

    private static HttpHeader ParseHeader(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[..colon].ContainsAnyExcept(s_token))
            throw new HttpHeadException(400, "invalid header");
        return new(Encoding.ASCII.GetString(line[..colon]), Encoding.Latin1.GetString(line[(colon + 1)..]).Trim(' ', '\t'));
    }
}
