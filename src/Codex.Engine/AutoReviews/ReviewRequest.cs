using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Protocol.AutoReviews;

namespace Codex.Engine.AutoReviews;

/// <summary>An action that is to be reviewed.</summary>
/// <param name="TargetItemId">The call; null for a network access.</param>
/// <param name="Action">What it is, in short.</param>
/// <param name="RetryReason">Why it is asked; null when nothing is said.</param>
/// <param name="Json">All of it, as an object.</param>
internal sealed record ReviewRequest(string? TargetItemId, ReviewedAction Action, string? RetryReason, ReadOnlyMemory<byte> Json)
{
    /// <summary>Writes the object of a request.</summary>
    internal static ReadOnlyMemory<byte> WriteJson(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
