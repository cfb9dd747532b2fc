using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Protocol.Turns;

namespace Codex.Tools.BuiltIn.UpdatePlan;

/// <summary>The arguments of <c>update_plan</c>.</summary>
internal sealed record UpdatePlanArguments(string? Explanation, ImmutableArray<PlanStep> Plan)
{
    /// <summary>Reads the arguments; the error says what is wrong with them.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out UpdatePlanArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            arguments = Read(document.RootElement);
            error = null;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            error = exception.Message;
            return false;
        }
    }

    private static UpdatePlanArguments Read(JsonElement root)
    {
        if (!root.TryGetProperty("plan", out var plan))
            throw new JsonException("missing field `plan`");
        var explanation = root.TryGetProperty("explanation", out var text) ? text.GetString() : null;
        return new UpdatePlanArguments(explanation, [.. plan.EnumerateArray().Select(ReadStep)]);
    }

    private static PlanStep ReadStep(JsonElement step)
    {
        var status = step.GetProperty("status").GetString();
        return status is "pending" or "in_progress" or "completed"
            ? new PlanStep(step.GetProperty("step").GetString() ?? "", status)
            : throw new JsonException($"unknown variant `{status}`, expected one of `pending`, `in_progress`, `completed`");
    }
}
