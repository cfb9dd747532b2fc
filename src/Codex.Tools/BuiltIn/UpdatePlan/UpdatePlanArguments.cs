using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.Turns;

namespace Codex.Tools.BuiltIn.UpdatePlan;

/// <summary>The arguments of <c>update_plan</c> (<c>codex-rs/protocol/src/plan_tool.rs</c>).</summary>
internal sealed record UpdatePlanArguments(string? Explanation, ImmutableArray<PlanStep> Plan)
{
    private static readonly JsonShape s_shape = JsonShape.StrictRecordOf(
        "UpdatePlanArgs",
        new JsonField("explanation", JsonShape.Text, JsonFieldPresence.Nullable),
        new JsonField("plan", JsonShape.ListOf(JsonShape.StrictRecordOf(
            "PlanItemArg",
            new JsonField("step", JsonShape.Text),
            new JsonField("status", JsonShape.OneOf("pending", "in_progress", "completed"))))));

    /// <summary>Reads the arguments; the error says what is wrong with them.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out UpdatePlanArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        arguments = JsonShapeCheck.TryParse(json, s_shape, out var value, out error) ? Read(value) : null;
        return arguments is not null;
    }

    private static UpdatePlanArguments Read(JsonElement value) => new(
        value.TryGetProperty("explanation", out var explanation) ? explanation.GetString() : null,
        [.. value.GetProperty("plan").EnumerateArray().Select(static step =>
            new PlanStep(step.GetProperty("step").GetString()!, step.GetProperty("status").GetString()!))]);
}
