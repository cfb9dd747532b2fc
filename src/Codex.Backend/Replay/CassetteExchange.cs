namespace Codex.Backend.Replay;

/// <summary>One request and its answer.</summary>
/// <param name="Items">The items since the last user message, as the request must hold them.</param>
/// <param name="Events">The events of the answer, each as JSON.</param>
public sealed record CassetteExchange(IReadOnlyList<RecordedItem> Items, IReadOnlyList<ReadOnlyMemory<byte>> Events);
