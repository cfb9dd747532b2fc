using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Which memories an answer rests on.</summary>
/// <param name="Entries">The passages.</param>
/// <param name="ThreadIds">Threads that the memories were made from.</param>
public sealed record MemoryCitation(ImmutableArray<MemoryCitationEntry> Entries, ImmutableArray<string> ThreadIds);
