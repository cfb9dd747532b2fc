namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>How the report for people looks.</summary>
/// <param name="ShowsDetails">Whether facts follow each row.</param>
/// <param name="ShowsAll">Whether long lists are shown in full.</param>
/// <param name="IsAscii">Whether signs are made of ASCII characters.</param>
/// <param name="HasColor">Whether there are colours.</param>
/// <param name="HomeDirectory">The user's home, shown as a tilde; null when it is not known.</param>
internal sealed record DoctorTextOptions(bool ShowsDetails, bool ShowsAll, bool IsAscii, bool HasColor, string? HomeDirectory);
