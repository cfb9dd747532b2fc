using Codex.Protocol.Items;
using Codex.Storage.Rollouts;

namespace Codex.Engine.Context;

/// <summary>The answer that stands in for one that was never recorded.</summary>
internal static class MissingOutput
{
    private const string Text = "aborted";

    /// <summary>The stand-in for a call; null for items that need no output.</summary>
    public static ResponseItem? For(RolloutItem call, string callId) => call.Type switch
    {
        "function_call" or "local_shell_call" => new FunctionCallOutputItem(callId, ToolOutputBody.OfText(Text)),
        "custom_tool_call" => new CustomToolCallOutputItem(callId, null, ToolOutputBody.OfText(Text)),
        "tool_search_call" => new ToolSearchOutputItem(callId, "completed", "client", []),
        _ => null,
    };

    /// <summary>What is logged of it; null where that is nothing out of the ordinary.</summary>
    public static string? Complaint(RolloutItem call, string callId) => call.Type switch
    {
        "local_shell_call" => $"Local shell call output is missing for call id: {callId}",
        "custom_tool_call" => $"Custom tool call output is missing for call id: {callId}",
        _ => null,
    };
}
