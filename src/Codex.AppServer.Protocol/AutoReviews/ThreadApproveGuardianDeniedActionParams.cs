using System.Text.Json;

namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>Approves an action that a reviewer denied: the model is told, and may ask for it again.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Event">The denied review in the engine's wire form: <c>status</c> and <c>action</c> count.</param>
public sealed record ThreadApproveGuardianDeniedActionParams(string ThreadId, JsonElement Event);
