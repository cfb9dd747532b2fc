using System.Text.Json;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Harness;

/// <summary>Requests as lines: target, headers by name, each body member, each input item, each tool.</summary>
internal static class RequestLines
{
    // What belongs to the HTTP library and not to the protocol.
    private static readonly HashSet<string> s_transport = ["host", "content-length", "transfer-encoding", "connection"];

    internal static List<string> Of(IReadOnlyList<CapturedRequest> requests, TextNormalizer text, JsonNormalizer json)
    {
        var lines = new List<string>();
        foreach (var request in requests)
        {
            lines.Add($"{request.Method} {text.Normalize(request.Target)}");
            lines.AddRange(Headers(request, text, json));
            lines.AddRange(request.Header("content-type") == "application/x-www-form-urlencoded" ? Form(request, text) : Body(request, json));
        }

        return lines;
    }

    private static IEnumerable<string> Headers(CapturedRequest request, TextNormalizer text, JsonNormalizer json) =>
        from header in request.Headers
        let name = header.Key.ToLowerInvariant()
        where !s_transport.Contains(name)
        orderby name
        select $"{name}: {Value(name, header.Value, text, json)}";

    private static string Value(string name, string value, TextNormalizer text, JsonNormalizer json) => name switch
    {
        "x-codex-turn-metadata" => json.NormalizeMetadata(value),
        "sec-websocket-key" => "<key>",
        _ => text.Normalize(value),
    };

    private static IEnumerable<string> Form(CapturedRequest request, TextNormalizer text) =>
        text.Normalize(Uri.UnescapeDataString(request.Text)).Split('&').Select(static member =>
            member.StartsWith("code_verifier=", StringComparison.Ordinal) ? "code_verifier=<random>" : member);

    private static IEnumerable<string> Body(CapturedRequest request, JsonNormalizer json)
    {
        if (request.Body.IsEmpty)
            yield break;
        foreach (var member in Content(request).EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Array || member.Name is not ("input" or "tools"))
            {
                yield return json.Normalize($"{{\"{member.Name}\":{member.Value.GetRawText()}}}");
                continue;
            }

            foreach (var item in member.Value.EnumerateArray())
                yield return json.Normalize($"{{\"{member.Name}\":[{item.GetRawText()}]}}");
        }
    }

    // How well a body is compressed is nobody's contract; what is in it is.
    private static JsonElement Content(CapturedRequest request) => request.Header("content-encoding") == "zstd"
        ? (request with { Body = ZstandardTool.DecompressAsync(request.Body, CancellationToken.None).GetAwaiter().GetResult() }).Json()
        : request.Json();
}
