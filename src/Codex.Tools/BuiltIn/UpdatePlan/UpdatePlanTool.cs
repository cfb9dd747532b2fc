using Codex.Protocol.Events;
using Codex.Protocol.Rollouts;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.UpdatePlan;

/// <summary>Lets the model show its to-do list. Nothing depends on the list: it is for the reader.</summary>
public sealed class UpdatePlanTool : ITool
{
    private const string Description =
        "Shows your current plan to the user. Send the whole list each time: every step with its status, and at most one step "
        + "`in_progress`. Add an explanation when the plan changed for a reason worth telling.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("update_plan");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, Description, Schema.Object(
        ["plan"],
        ("explanation", Schema.Text("Why the plan is new or changed; optional.")),
        ("plan", Schema.List("All steps, in order.", Schema.Object(
            ["step", "status"],
            ("status", Schema.Text("How far the step is.", "pending", "in_progress", "completed")),
            ("step", Schema.Text("The step in a few words.")))))));

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (host.Settings.CollaborationMode == CollaborationMode.Plan)
            return ToolOutput.Failed("update_plan is a TODO/checklist tool and is not allowed in Plan mode");
        if (!UpdatePlanArguments.TryParse(function.Arguments, out var arguments, out var error))
            return ToolOutput.Failed($"failed to parse function arguments: {error}");
        await host.EmitAsync(new PlanUpdateEvent(host.TurnId, arguments.Explanation, arguments.Plan), cancellationToken).ConfigureAwait(false);
        return ToolOutput.OfText("Plan updated");
    }
}
