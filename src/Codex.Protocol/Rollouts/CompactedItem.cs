using System.Collections.Immutable;
using Codex.Protocol.Items;

namespace Codex.Protocol.Rollouts;

/// <summary>History was replaced: everything before this line is gone from the model's view.</summary>
public sealed record CompactedItem(string Message, ImmutableArray<ResponseItem>? ReplacementHistory);
