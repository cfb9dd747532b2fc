namespace Codex.Formats.Bash;

/// <summary>Why a text is no shell script.</summary>
/// <param name="Offset">Where, in UTF-16 code units from the start.</param>
/// <param name="Message">What is wrong.</param>
public sealed record BashSyntaxError(int Offset, string Message);
