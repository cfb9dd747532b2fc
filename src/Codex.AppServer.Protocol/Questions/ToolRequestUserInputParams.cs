using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Questions;

/// <summary>Asks the user what the agent wants to know.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="ItemId">The tool call that asks.</param>
/// <param name="Questions">The questions.</param>
public sealed record ToolRequestUserInputParams(string ThreadId, string TurnId, string ItemId, ImmutableArray<ToolRequestUserInputQuestion> Questions)
{
    /// <summary>The method's wire name.</summary>
    public const string Method = "item/tool/requestUserInput";
}
