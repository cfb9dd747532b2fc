using System.Text;
using System.Text.Json;

namespace Codex.TestSupport.Http;

/// <summary>One request as it arrived: nothing decoded, nothing reordered.</summary>
/// <param name="Method">The request method, as sent.</param>
/// <param name="Target">The request target, as sent: path and query.</param>
/// <param name="Headers">Header lines in the order of arrival, names in the sender's case.</param>
/// <param name="Body">The body with transfer coding removed and content coding (zstd) kept.</param>
public sealed record CapturedRequest(
    string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?', 2)[0];

    /// <summary>The query without its question mark, empty when there is none.</summary>
    public string Query => Target.Split('?', 2) is [_, var query] ? query : "";

    /// <summary>Whether the client asks for a WebSocket.</summary>
    public bool IsUpgrade => Method == "GET" && Header("upgrade") is { } upgrade && upgrade.Equals("websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The first header of that name, whatever its case, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The body parsed as JSON.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.Clone();
    }
}
