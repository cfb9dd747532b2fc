using System.Text.Json.Serialization;

namespace Codex.Protocol.Memories;

/// <summary>A cited passage.</summary>
/// <param name="Path">File below the memories' directory.</param>
/// <param name="LineStart">First line, from 1.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Note">What it was used for.</param>
public sealed record MemoryCitationEntry(
    [property: JsonPropertyName("path")] string Path,
    [property: JsonPropertyName("lineStart")] uint LineStart,
    [property: JsonPropertyName("lineEnd")] uint LineEnd,
    [property: JsonPropertyName("note")] string Note);
