using System.Text.Json;
using System.Text.Json.Nodes;
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
            lines.AddRange(Body(request, json));
        }

        return lines;
    }

    private static IEnumerable<string> Headers(CapturedRequest request, TextNormalizer text, JsonNormalizer json) =>
        from header in request.Headers
        let name = header.Key.ToLowerInvariant()
        where !s_transport.Contains(name)
        orderby name
        select $"{name}: {(name == "x-codex-turn-metadata" ? Metadata(header.Value, json) : text.Normalize(header.Value))}";

    private static string Metadata(string value, JsonNormalizer json)
    {
        // Git facts are collected beside the turn and may or may not be there in time.
        var metadata = JsonNode.Parse(value)!.AsObject();
        metadata.Remove("workspaces");
        return json.Normalize(metadata.ToJsonString());
    }

    private static IEnumerable<string> Body(CapturedRequest request, JsonNormalizer json)
    {
        if (request.Body.IsEmpty)
            yield break;
        foreach (var member in request.Json().EnumerateObject())
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
}
