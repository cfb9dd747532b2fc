using System.Text.Json.Serialization;

namespace Codex.ExecServer.Protocol;

/// <summary>A piece of a body.</summary>
/// <param name="RequestId">The client's name for the stream.</param>
/// <param name="Seq">Its place, from 1.</param>
/// <param name="Delta">The bytes.</param>
/// <param name="Done">Whether it is the last one.</param>
/// <param name="Error">Why the body ended early; null when it did not.</param>
internal sealed record HttpBodyDelta(
    string RequestId, ulong Seq, [property: JsonPropertyName("deltaBase64")] byte[] Delta, bool Done, string? Error);
