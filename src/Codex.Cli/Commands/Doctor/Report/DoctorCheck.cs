namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>The outcome of one check.</summary>
internal sealed record DoctorCheck
{
    /// <summary>Its id, which never changes.</summary>
    public required string Id { get; init; }

    /// <summary>Its short name in the report for people.</summary>
    public required string Category { get; init; }

    /// <summary>What it found.</summary>
    public DoctorStatus Status { get; init; }

    /// <summary>The same in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>The facts, in the order in which they are shown.</summary>
    public IReadOnlyList<DoctorDetail> Details { get; init; } = [];

    /// <summary>Why it is not content.</summary>
    public IReadOnlyList<DoctorIssue> Issues { get; init; } = [];

    /// <summary>What helps.</summary>
    public string? Remediation { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public long DurationMilliseconds { get; init; }

    /// <summary>The first fact with a label, or null.</summary>
    public string? Find(string label)
    {
        foreach (var detail in Details)
        {
            if (detail.Label == label)
                return detail.Value;
        }

        return null;
    }
}
