namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>A line below a row.</summary>
/// <param name="Label">What it is about; null for a further value of the line before, empty for a remark.</param>
/// <param name="Value">The fact.</param>
internal sealed record DetailRow(string? Label, string Value);
