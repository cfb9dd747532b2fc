namespace Codex.Extensions.Skills;

/// <summary>Switches skills on or off, by file or by name. Later switches win over earlier ones.</summary>
/// <param name="Path">The <c>SKILL.md</c>, without symbolic links; null when a name selects.</param>
/// <param name="Name">The name of all skills that are meant; null when a path selects.</param>
/// <param name="Enabled">On or off.</param>
public sealed record SkillSwitch(string? Path, string? Name, bool Enabled);
