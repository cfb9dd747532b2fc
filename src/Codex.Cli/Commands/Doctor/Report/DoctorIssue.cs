namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>One reason why a check is not content.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Cause">What is wrong.</param>
internal sealed record DoctorIssue(DoctorStatus Severity, string Cause)
{
    /// <summary>What was found.</summary>
    public string? Measured { get; init; }

    /// <summary>What should have been found.</summary>
    public string? Expected { get; init; }

    /// <summary>What helps.</summary>
    public string? Remedy { get; init; }

    /// <summary>Labels of the details it is about.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
