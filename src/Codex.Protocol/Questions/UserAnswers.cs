using System.Collections.Immutable;

namespace Codex.Protocol.Questions;

/// <summary>The answers to the questions of one call; questions may stay unanswered.</summary>
/// <param name="Answers">The answers, in the order they were given.</param>
public sealed record UserAnswers(ImmutableArray<UserAnswer> Answers);
