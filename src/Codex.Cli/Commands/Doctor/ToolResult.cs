namespace Codex.Cli.Commands.Doctor;

/// <summary>What another program printed.</summary>
/// <param name="Output">Its standard output; null when it failed.</param>
/// <param name="Problem">Why it failed.</param>
internal sealed record ToolResult(string? Output, string? Problem)
{
    /// <summary>The lines that are not blank, joined by semicolons; null when there are none.</summary>
    public string? OneLine => Output is not null && Lines is { Length: > 0 } lines ? string.Join("; ", lines) : null;

    /// <summary>The lines that are not blank, trimmed.</summary>
    public string[] Lines => Output?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
