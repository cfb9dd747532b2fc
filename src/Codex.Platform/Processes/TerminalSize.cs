namespace Codex.Platform.Processes;

/// <summary>The size of a terminal in character cells.</summary>
public sealed record TerminalSize(int Columns, int Rows)
{
    /// <summary>80 columns, 24 rows: what programs under the agent see.</summary>
    public static TerminalSize Default { get; } = new(80, 24);
}
