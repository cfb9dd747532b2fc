using System.Text.Json.Serialization;

namespace Codex.ExecServer.Protocol;

/// <summary>The answer to an HTTP request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers that are text.</param>
/// <param name="Body">The body; empty when it follows in pieces.</param>
internal sealed record HttpRequestResponse(
    int Status, IReadOnlyList<HttpHeaderValue> Headers, [property: JsonPropertyName("bodyBase64")] byte[] Body);
