using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Codex.Backend.Bedrock.Keys;

namespace Codex.Backend.Bedrock;

/// <summary>Signs requests in the fourth version of AWS's scheme, with the headers of the request as they are.</summary>
/// <param name="credentials">The keys.</param>
/// <param name="region">The region of the service.</param>
/// <param name="service">The name of the service.</param>
internal sealed class AwsSignature(AwsCredentials credentials, string region, string service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    // They change on the way, or are not part of what the original signs.
    private static readonly HashSet<string> s_unsigned = new(StringComparer.OrdinalIgnoreCase)
    {
        "authorization", "connection", "content-length", "expect", "host", "originator", "transfer-encoding", "user-agent", "x-amzn-trace-id",
    };

    /// <summary>Adds date, session token and signature to a request.</summary>
    public void Apply(HttpRequestMessage request, ReadOnlySpan<byte> body, DateTimeOffset time)
    {
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Set(request.Headers, "x-amz-date", stamp);
        Set(request.Headers, "x-amz-security-token", credentials.SessionToken?.Reveal());
        var headers = Signed(request);
        var names = string.Join(';', headers.Keys);
        var scope = $"{stamp[..8]}/{region}/{service}/aws4_request";
        var text = $"{Algorithm}\n{stamp}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(Canonical(request, headers, names, body)))}";
        var signature = Convert.ToHexStringLower(Authenticate(Key(stamp[..8]), text));
        Set(request.Headers, "authorization", $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static string Canonical(HttpRequestMessage request, SortedDictionary<string, string> headers, string names, ReadOnlySpan<byte> body)
    {
        var url = request.RequestUri!;
        var text = new StringBuilder().Append(request.Method.Method).Append('\n').Append(Path(url)).Append('\n').Append(Query(url)).Append('\n');
        foreach (var (name, value) in headers)
            text.Append(name).Append(':').Append(value).Append('\n');
        return text.Append('\n').Append(names).Append('\n').Append(Hash(body)).ToString();
    }

    private static SortedDictionary<string, string> Signed(HttpRequestMessage request)
    {
        var url = request.RequestUri!;
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = url.IsDefaultPort ? url.IdnHost : url.Authority };
        Add(request.Headers);
        if (request.Content is { } content)
            Add(content.Headers);
        return signed;

        void Add(HttpHeaders headers)
        {
            foreach (var (name, values) in headers.NonValidated)
            {
                if (!s_unsigned.Contains(name))
                    signed[name.ToLowerInvariant()] = string.Join(',', values.Select(Squeeze));
            }
        }
    }

    // Several spaces count as one.
    private static string Squeeze(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    // What is escaped is escaped once more, except the separators.
    private static string Path(Uri url) => string.Join('/', url.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    private static string Query(Uri url)
    {
        var pairs = url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static pair => (Name: Escape(pair[0]), Value: pair.Length > 1 ? Escape(pair[1]) : ""))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal).ThenBy(static pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(static pair => $"{pair.Name}={pair.Value}"));

        static string Escape(string text) => Uri.EscapeDataString(Uri.UnescapeDataString(text));
    }

    private byte[] Key(string date)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretAccessKey.Reveal());
        foreach (var part in (string[])[date, region, service, "aws4_request"])
            key = Authenticate(key, part);
        return key;
    }

    private static byte[] Authenticate(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static void Set(HttpRequestHeaders headers, string name, string? value)
    {
        headers.Remove(name);
        if (value is not null)
            headers.TryAddWithoutValidation(name, value);
    }
}
