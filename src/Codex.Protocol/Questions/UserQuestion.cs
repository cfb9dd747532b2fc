using System.Collections.Immutable;

namespace Codex.Protocol.Questions;

/// <summary>A question of the agent to its user (<c>codex-rs/protocol/src/request_user_input.rs</c>).</summary>
/// <param name="Id">Key of the answer.</param>
/// <param name="Header">Short label.</param>
/// <param name="Question">The question.</param>
/// <param name="IsOther">Whether the user may answer in words of their own.</param>
/// <param name="IsSecret">Whether the answer is not to be shown while it is typed.</param>
/// <param name="Options">The ready-made answers.</param>
public sealed record UserQuestion(
    string Id, string Header, string Question, bool IsOther, bool IsSecret, ImmutableArray<UserQuestionOption> Options);
