namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>A remark at the top of the report for people.</summary>
/// <param name="Status">Its sign.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Summary">The remark.</param>
internal sealed record DoctorNote(DisplayStatus Status, string Name, string Summary);
