using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Questions;

/// <summary>The answer to one question.</summary>
/// <param name="Answers">What the user chose or wrote.</param>
public sealed record ToolRequestUserInputAnswer(ImmutableArray<string> Answers);
