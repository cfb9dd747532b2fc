using Codex.Protocol.Rollouts;
using Codex.Storage.Rollouts;

namespace Codex.Engine.AutoReviews;

/// <summary>What a reviewer knows after a review; another one can go on from it.</summary>
/// <param name="Items">Its conversation.</param>
/// <param name="Context">The settings that its conversation tells.</param>
/// <param name="Cursor">How far it has read.</param>
/// <param name="Reviews">How many cases it has judged.</param>
internal sealed record ReviewerMemory(IReadOnlyList<RolloutItem> Items, TurnContextItem? Context, TranscriptCursor Cursor, int Reviews);
