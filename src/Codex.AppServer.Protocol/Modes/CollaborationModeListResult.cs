using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Modes;

/// <summary>Answer of <c>collaborationMode/list</c>.</summary>
/// <param name="Data">All ways of working together, Plan first.</param>
public sealed record CollaborationModeListResult(ImmutableArray<CollaborationModeMask> Data);
