using System.Collections.Immutable;
using Codex.Protocol.Questions;

namespace Codex.Protocol.Events;

/// <summary>The agent asks its user and waits for <see cref="Operations.Op.UserInputAnswer"/>.</summary>
/// <param name="CallId">The tool call that asks.</param>
/// <param name="TurnId">The turn.</param>
/// <param name="Questions">What it asks.</param>
public sealed record RequestUserInputEvent(string CallId, string TurnId, ImmutableArray<UserQuestion> Questions) : EventMsg;
