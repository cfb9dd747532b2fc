using System.Collections.Immutable;
using System.Text;
using Codex.Extensions.Skills.Loading;

namespace Codex.Extensions.Skills.Mentions;

/// <summary>Brings in the skills that a prompt mentions.</summary>
public static class SkillMentions
{
    /// <summary>The mentioned skills with their files, in the order of the set.</summary>
    /// <param name="skills">The skills of the session.</param>
    /// <param name="texts">The texts of the prompt.</param>
    /// <param name="chosen">Names and paths of skills that the user chose from a list; a text that names one of them means that one.</param>
    public static ImmutableArray<MentionedSkill> Find(SkillSet skills, IEnumerable<string> texts, IEnumerable<(string Name, string Path)> chosen)
    {
        var selected = new List<Skill>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in chosen)
        {
            names.Add(name);
            if (skills.All.FirstOrDefault(skill => skill.Path == path && skills.IsEnabled(skill)) is { } skill && !selected.Contains(skill))
                selected.Add(skill);
        }

        foreach (var text in texts)
            Select(skills, text, selected, names);
        return [.. selected.Select(Open)];
    }

    private static void Select(SkillSet skills, string text, List<Skill> selected, HashSet<string> chosenNames)
    {
        var mentions = new MentionReader();
        mentions.Read(text);
        if (mentions.Names.Count == 0 && mentions.Paths.Count == 0)
            return;
        foreach (var skill in skills.All)
        {
            if (skills.IsEnabled(skill) && mentions.Paths.Contains(skill.Path) && !selected.Contains(skill))
                selected.Add(skill);
        }

        foreach (var skill in skills.All)
        {
            if (skills.IsEnabled(skill) && mentions.Names.Contains(skill.Name) && !chosenNames.Contains(skill.Name) && IsUnambiguous(skills, skill.Name) && !HasName(selected, skill.Name))
                selected.Add(skill);
        }
    }

    private static bool HasName(List<Skill> selected, string name) => selected.Exists(skill => skill.Name == name);

    private static bool IsUnambiguous(SkillSet skills, string name) =>
        skills.All.Count(skill => skill.Name == name && skills.IsEnabled(skill)) == 1;

    private static MentionedSkill Open(Skill skill)
    {
        try
        {
            return new MentionedSkill(skill, SkillText.Read(skill.Path), Problem: null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return new MentionedSkill(skill, Text: null, $"Failed to load skill {skill.Name} at {skill.Path}: {SkillText.Describe(error)}");
        }
    }
}
