namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>What a check found; ordered by gravity.</summary>
internal enum DoctorStatus
{
    /// <summary>Nothing to do.</summary>
    Ok,

    /// <summary>Something works less well than it could.</summary>
    Warning,

    /// <summary>Something does not work.</summary>
    Fail,
}
