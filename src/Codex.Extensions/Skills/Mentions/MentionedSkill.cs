namespace Codex.Extensions.Skills.Mentions;

/// <summary>A skill that a prompt mentions.</summary>
/// <param name="Skill">The skill.</param>
/// <param name="Text">Its whole file; null when that cannot be read any more.</param>
/// <param name="Problem">Why there is no text, for the user.</param>
public sealed record MentionedSkill(Skill Skill, string? Text, string? Problem)
{
    /// <summary>The message to the model that carries the skill; null without a text.</summary>
    public string? Render() =>
        Text is null ? null : $"<skill>\n<name>{Skill.Name}</name>\n<path>{Skill.Path}</path>\n{Text}\n</skill>";
}
