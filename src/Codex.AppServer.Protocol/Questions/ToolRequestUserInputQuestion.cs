using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Questions;

/// <summary>A question of the agent.</summary>
/// <param name="Id">Key of the answer.</param>
/// <param name="Header">Short label.</param>
/// <param name="Question">The question.</param>
/// <param name="IsOther">Whether the user may answer in words of their own.</param>
/// <param name="IsSecret">Whether the answer is not to be shown while it is typed.</param>
/// <param name="Options">The ready-made answers.</param>
public sealed record ToolRequestUserInputQuestion(
    string Id, string Header, string Question, bool IsOther, bool IsSecret, ImmutableArray<ToolRequestUserInputOption> Options);
