namespace Codex.Protocol.AutoReviews;

/// <summary>The tool that a reviewed command came from.</summary>
public static class ReviewedCommandSource
{
    /// <summary>A command that runs to its end.</summary>
    public const string Shell = "shell";

    /// <summary>A command in a session.</summary>
    public const string UnifiedExec = "unified_exec";
}
