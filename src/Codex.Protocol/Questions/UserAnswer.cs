using System.Collections.Immutable;

namespace Codex.Protocol.Questions;

/// <summary>The answer to one question.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Answers">What the user chose or wrote.</param>
public sealed record UserAnswer(string QuestionId, ImmutableArray<string> Answers);
