namespace Codex.Tools.BuiltIn.Commands;

/// <summary>What became of a command.</summary>
/// <param name="Output">What the tool answers; null when it was not let run.</param>
/// <param name="Refusal">Why it was not let run.</param>
internal sealed record CommandOutcome(ToolOutput? Output, string? Refusal)
{
    internal static CommandOutcome Answered(ToolOutput output) => new(output, null);

    internal static CommandOutcome Refused(string reason) => new(null, reason);
}
