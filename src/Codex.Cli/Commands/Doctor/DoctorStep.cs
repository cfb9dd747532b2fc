using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor;

/// <summary>A check that is about to be made.</summary>
/// <param name="Label">What the user reads while it runs.</param>
/// <param name="RunAsync">Makes it.</param>
internal sealed record DoctorStep(string Label, Func<CancellationToken, Task<DoctorCheck>> RunAsync)
{
    /// <summary>A check that needs no waiting.</summary>
    public static DoctorStep Of(string label, Func<DoctorCheck> run) => new(label, _ => Task.Run(run));
}
