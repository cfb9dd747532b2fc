using System.Collections.Immutable;
using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Notices;

/// <summary>The server recommends that the user's identity be verified.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn.</param>
/// <param name="Verifications">The recommendations: <c>trustedAccessForCyber</c>.</param>
public sealed record ModelVerificationNotification(
    string ThreadId, string TurnId, ImmutableArray<string> Verifications) : ServerNotification("model/verification");
