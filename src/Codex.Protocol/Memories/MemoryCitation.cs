using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Memories;

/// <summary>Which memories an answer rests on (<c>codex-rs/protocol/src/memory_citation.rs</c>). Its names are camelCase on every wire.</summary>
/// <param name="Entries">The passages, in the order they were named.</param>
/// <param name="RolloutIds">Ids of the threads that the memories were made from; each once.</param>
public sealed record MemoryCitation(
    [property: JsonPropertyName("entries")] ImmutableArray<MemoryCitationEntry> Entries,
    [property: JsonPropertyName("rolloutIds")] ImmutableArray<string> RolloutIds);
