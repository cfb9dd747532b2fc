using System.Text.Json.Serialization;

namespace Codex.ExecServer.Protocol;

/// <summary>An HTTP request that the server sends.</summary>
internal sealed record HttpRequestParams
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The address; http or https.</summary>
    public required string Url { get; init; }

    /// <summary>The headers, in order.</summary>
    public IReadOnlyList<HttpHeaderValue> Headers { get; init; } = [];

    /// <summary>The body; null for none.</summary>
    [JsonPropertyName("bodyBase64")]
    public byte[]? Body { get; init; }

    /// <summary>How long the whole exchange may take, in milliseconds; null for as long as it takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ulong? TimeoutMs { get; init; }

    /// <summary>The client's name for the body's stream.</summary>
    public required string RequestId { get; init; }

    /// <summary>Whether the body follows the answer in pieces.</summary>
    public bool StreamResponse { get; init; }
}
