using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Questions;

/// <summary>The user's answers, by question; questions may stay unanswered.</summary>
/// <param name="Answers">The answers.</param>
public sealed record ToolRequestUserInputResponse(ImmutableDictionary<string, ToolRequestUserInputAnswer> Answers);
