using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Engine.AutoReviews;

/// <summary>What a reviewer is sent.</summary>
/// <param name="Parts">The parts of the message.</param>
/// <param name="Cursor">How far the conversation is covered by it.</param>
internal sealed record ReviewCase(ImmutableArray<UserInput> Parts, TranscriptCursor Cursor);
