namespace Codex.ExecServer.Protocol;

/// <summary>How the environment of a process follows from the server's; patterns ignore case.</summary>
internal sealed record ProcessEnvironmentPolicy
{
    /// <summary>What is inherited: <c>all</c>, <c>core</c> or <c>none</c>.</summary>
    public required string Inherit { get; init; }

    /// <summary>False to drop what looks secret.</summary>
    public required bool IgnoreDefaultExcludes { get; init; }

    /// <summary>Patterns of what is dropped.</summary>
    public required IReadOnlyList<string> Exclude { get; init; }

    /// <summary>What is set.</summary>
    public required IReadOnlyDictionary<string, string> Set { get; init; }

    /// <summary>Patterns of the only variables that remain; empty for all.</summary>
    public required IReadOnlyList<string> IncludeOnly { get; init; }
}
