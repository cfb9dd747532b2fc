using Codex.Protocol.Rollouts;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.RequestUserInput;

/// <summary>Asks the user to choose. Offered always, answered in plan mode and where the configuration allows it in default mode.</summary>
/// <param name="asksInDefaultMode">Whether it works in default mode, too.</param>
public sealed class RequestUserInputTool(bool asksInDefaultMode) : ITool
{
    private const string Description =
        "Asks the user one to three short questions with ready-made answers and waits for the choice. ";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("request_user_input");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    private string Modes => asksInDefaultMode ? "Works in Default and Plan mode." : "Works in Plan mode only.";

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, Description + Modes, Schema.Object(
        ["questions"],
        ("questions", Schema.List("One question is best; three are the limit.", Schema.Object(
            ["id", "header", "question", "options"],
            ("header", Schema.Text("Label for the question, twelve characters at most.")),
            ("id", Schema.Text("Key of the answer, in snake_case.")),
            ("options", Schema.List(
                "Two or three answers that exclude each other, the one you would choose first and marked \"(Recommended)\". "
                + "A free-form answer is always offered as well; do not add one.",
                Schema.Object(
                    ["label", "description"],
                    ("description", Schema.Text("What choosing it means, in one sentence.")),
                    ("label", Schema.Text("The answer in one to five words."))))),
            ("question", Schema.Text("The question in one sentence.")))))));

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (host.Settings.IsSubagent)
            return ToolOutput.Failed("request_user_input can only be used by the root thread");
        if (host.Settings.CollaborationMode != CollaborationMode.Plan && !asksInDefaultMode)
            return ToolOutput.Failed("request_user_input is unavailable in Default mode");
        if (!RequestUserInputArguments.TryParse(function.Arguments, out var questions, out var error))
            return ToolOutput.Failed(error);
        return await host.AskAsync(call.CallId, questions, cancellationToken).ConfigureAwait(false) is { } answers
            ? ToolOutput.OfText(AnswersText.Write(answers))
            : ToolOutput.Failed("request_user_input was cancelled before receiving a response");
    }
}
