using System.Collections.Immutable;

namespace Codex.Protocol.Events;

/// <summary>The server recommends that the user's identity be verified; at most once a turn.</summary>
/// <param name="Verifications">The recommendations: <c>trusted_access_for_cyber</c>.</param>
public sealed record ModelVerificationEvent(ImmutableArray<string> Verifications) : EventMsg;
