using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Questions;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Questions;

namespace Codex.AppServer.Projection;

/// <summary>Between the agent's questions and what clients are asked.</summary>
internal static class QuestionProjection
{
    /// <summary>What clients are asked.</summary>
    public static ToolRequestUserInputParams Map(RequestUserInputEvent asked, string threadId) => new(
        threadId,
        asked.TurnId,
        asked.CallId,
        [
            .. asked.Questions.Select(static question => new ToolRequestUserInputQuestion(
                question.Id,
                question.Header,
                question.Question,
                question.IsOther,
                question.IsSecret,
                [.. question.Options.Select(static option => new ToolRequestUserInputOption(option.Label, option.Description))])),
        ]);

    /// <summary>What an answer means; an error, or an answer of the wrong kind, answers nothing.</summary>
    public static Op.UserInputAnswer Read(string turnId, ServerRequestAnswer answer) => new(turnId, new UserAnswers(
        answer.Result is ToolRequestUserInputResponse response
            ? [.. response.Answers.Select(static entry => new UserAnswer(entry.Key, entry.Value.Answers))]
            : []));
}
