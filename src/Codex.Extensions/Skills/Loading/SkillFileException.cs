namespace Codex.Extensions.Skills.Loading;

/// <summary>A <c>SKILL.md</c> that cannot be used; the message is what users are shown.</summary>
internal sealed class SkillFileException(string message) : Exception(message);
