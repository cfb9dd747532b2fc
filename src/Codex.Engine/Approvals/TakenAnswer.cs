namespace Codex.Engine.Approvals;

/// <summary>What an answer did.</summary>
/// <param name="TurnId">The turn that waited for it.</param>
/// <param name="EndsTurn">Whether the turn is to be interrupted.</param>
internal sealed record TakenAnswer(string TurnId, bool EndsTurn);
