namespace Codex.Extensions.Skills;

/// <summary>A directory that is searched for skills.</summary>
/// <param name="Path">The directory; absolute, need not exist.</param>
/// <param name="Scope">Whose skills lie there.</param>
public sealed record SkillRoot(string Path, SkillScope Scope);
