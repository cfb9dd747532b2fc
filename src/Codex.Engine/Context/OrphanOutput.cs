using System.Text.Json;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>Outputs whose call is not in the conversation: a server refuses them.</summary>
internal static class OrphanOutput
{
    /// <summary>Why an output without a call is left out; null where it needs none: the server made it, or it names none.</summary>
    public static string? Complaint(RolloutItem output) => output switch
    {
        { CallId: null } => null,
        { Type: "function_call_output" } => $"Orphan function call output for call id: {output.CallId}",
        { Type: "custom_tool_call_output" } => $"Orphan custom tool call output for call id: {output.CallId}",
        _ => IsOfServer(output) ? null : $"Orphan tool search output for call id: {output.CallId}",
    };

    private static bool IsOfServer(RolloutItem output)
    {
        using var item = JsonDocument.Parse(output.Json);
        return item.RootElement.TryGetProperty("execution", out var execution) && execution.ValueEquals("server"u8);
    }
}
