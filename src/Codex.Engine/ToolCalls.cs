using Codex.Protocol.Items;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>Between conversation items and tool calls.</summary>
internal static class ToolCalls
{
    /// <summary>The call that an item makes, or null.</summary>
    public static ToolCall? From(ResponseItem item) => item switch
    {
        FunctionCallItem call => new ToolCall(call.CallId, new ToolName(call.Name, call.Namespace), new ToolPayload.Function(call.Arguments)),
        CustomToolCallItem call => new ToolCall(call.CallId, new ToolName(call.Name), new ToolPayload.Custom(call.Input)),
        ToolSearchCallItem { Execution: "client", CallId: { } id } call =>
            new ToolCall(id, new ToolName("tool_search"), new ToolPayload.Search(call.Arguments)),
        _ => null,
    };

    /// <summary>The item that answers a call.</summary>
    public static ResponseItem Output(ToolCall call, ToolOutputBody body) => call.Payload switch
    {
        ToolPayload.Custom => new CustomToolCallOutputItem(call.CallId, null, body),
        ToolPayload.Search => new ToolSearchOutputItem(call.CallId, "completed", "client", []),
        _ => new FunctionCallOutputItem(call.CallId, body),
    };
}
