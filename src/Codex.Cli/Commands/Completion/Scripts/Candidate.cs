namespace Codex.Cli.Commands.Completion.Scripts;

/// <summary>A word that a shell offers.</summary>
/// <param name="Text">The word.</param>
/// <param name="Help">What it means, for single quotes.</param>
/// <param name="IsOption">Whether it is an option and no command.</param>
internal sealed record Candidate(string Text, string Help, bool IsOption);
