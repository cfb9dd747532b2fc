using System.Collections.Immutable;
using Codex.Protocol.Items;

namespace Codex.Tools;

/// <summary>What a call answers to the model.</summary>
/// <param name="Body">Recorded in history after truncation; null when nothing is recorded and the call later reads as aborted.</param>
/// <param name="Success">False when the call failed in a way the model should see.</param>
public sealed record ToolOutput(ToolOutputBody? Body, bool Success)
{
    /// <summary>A successful text answer.</summary>
    public static ToolOutput OfText(string text) => new(ToolOutputBody.OfText(text), Success: true);

    /// <summary>A successful structured answer.</summary>
    public static ToolOutput OfParts(ImmutableArray<ContentPart> parts) => new(ToolOutputBody.OfParts(parts), Success: true);

    /// <summary>A failure told to the model; it is also logged.</summary>
    public static ToolOutput Failed(string text) => new(ToolOutputBody.OfText(text), Success: false);

    /// <summary>The call was of a kind the tool does not take; nothing is recorded.</summary>
    public static ToolOutput WrongPayload { get; } = new(null, Success: false);
}
