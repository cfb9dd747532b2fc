namespace Codex.Extensions.Skills;

/// <summary>A <c>SKILL.md</c> that is no skill.</summary>
/// <param name="Path">The file.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record SkillProblem(string Path, string Message);
