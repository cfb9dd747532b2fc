namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>A thread as the database lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="RolloutPath">Its file.</param>
/// <param name="IsArchived">Whether it is said to be archived.</param>
/// <param name="Source">The kind of front-end that started it, a word or JSON.</param>
/// <param name="Provider">Its model provider.</param>
internal sealed record ThreadRow(string Id, string RolloutPath, bool IsArchived, string Source, string Provider);
