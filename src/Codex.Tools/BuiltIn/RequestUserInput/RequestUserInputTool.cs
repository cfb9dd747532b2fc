using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.RequestUserInput;

/// <summary>Asks the user to choose. Offered always, answered in plan mode only.</summary>
public sealed class RequestUserInputTool : ITool
{
    private const string Description =
        "Asks the user one to three short questions with ready-made answers and waits for the choice. Works in Plan mode only.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("request_user_input");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, Description, Schema.Object(
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
    public ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken) =>
        ValueTask.FromResult(call.Payload is ToolPayload.Function
            ? ToolOutput.Failed("request_user_input is unavailable in Default mode")
            : ToolOutput.WrongPayload);
}
