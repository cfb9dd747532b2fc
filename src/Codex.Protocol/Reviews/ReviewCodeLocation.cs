namespace Codex.Protocol.Reviews;

/// <summary>Where a finding is.</summary>
public sealed record ReviewCodeLocation
{
    /// <summary>The file.</summary>
    public required string AbsoluteFilePath { get; init; }

    /// <summary>Its lines.</summary>
    public required ReviewLineRange LineRange { get; init; }
}
