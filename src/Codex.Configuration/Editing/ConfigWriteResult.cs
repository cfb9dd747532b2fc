namespace Codex.Configuration.Editing;

/// <summary>What a change led to.</summary>
/// <param name="File">The file; absolute.</param>
/// <param name="Version">The version of the user's layer after the change.</param>
/// <param name="Overridden">The first changed value that does not count, because another layer hides it; null when all count.</param>
public sealed record ConfigWriteResult(string File, string Version, ConfigOverridden? Overridden);
