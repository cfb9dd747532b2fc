using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Readable reasoning: the parts of its summary and, when the model gives it, of the raw text.</summary>
public sealed record ReasoningThreadItem(string Id, ImmutableArray<string> Summary, ImmutableArray<string> Content) : ThreadItem(Id);
