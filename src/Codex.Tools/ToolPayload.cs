using System.Text.Json;

namespace Codex.Tools;

/// <summary>The input of a call.</summary>
public abstract record ToolPayload
{
    /// <summary>A function call: JSON text as the model wrote it, possibly malformed.</summary>
    public sealed record Function(string Arguments) : ToolPayload;

    /// <summary>A freeform call.</summary>
    public sealed record Custom(string Input) : ToolPayload;

    /// <summary>A search for tools that the model has not been told of.</summary>
    public sealed record Search(JsonElement Arguments) : ToolPayload;
}
