using System.Collections.Immutable;

namespace Codex.Exec;

/// <summary>What the human output shows of the configuration.</summary>
public sealed record ExecDisplay
{
    /// <summary>Working directory.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The permissions in one line.</summary>
    public required string Sandbox { get; init; }

    /// <summary>The configured effort; <c>none</c> when there is none.</summary>
    public string ReasoningEffort { get; init; } = "none";

    /// <summary>The configured summaries; <c>none</c> when there are none.</summary>
    public string ReasoningSummaries { get; init; } = "none";

    /// <summary>Whether reasoning is left out.</summary>
    public bool HidesReasoning { get; init; }

    /// <summary>Whether raw reasoning is shown in place of summaries.</summary>
    public bool ShowsRawReasoning { get; init; }

    /// <summary>Warnings for people only, shown after the header.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
