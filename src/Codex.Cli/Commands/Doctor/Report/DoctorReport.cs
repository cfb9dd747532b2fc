namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>All checks of one run.</summary>
/// <param name="CreatedAt">When they were made.</param>
/// <param name="Checks">In the order in which they were started.</param>
internal sealed record DoctorReport(DateTimeOffset CreatedAt, IReadOnlyList<DoctorCheck> Checks)
{
    /// <summary>The gravest state of all checks.</summary>
    public DoctorStatus Status => Checks.Count == 0 ? DoctorStatus.Ok : Checks.Max(static check => check.Status);

    /// <summary>The check of a category, or null when it was not made.</summary>
    public DoctorCheck? Find(string category) => Checks.FirstOrDefault(check => check.Category == category);
}
