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
        _ => null,
    };

    /// <summary>The item that answers a call.</summary>
    public static ResponseItem Output(ToolCall call, ToolOutputBody body) => call.Payload is ToolPayload.Custom
        ? new CustomToolCallOutputItem(call.CallId, null, body)
        : new FunctionCallOutputItem(call.CallId, body);
}
