namespace Codex.Extensions.Skills.Rendering;

/// <summary>The line of one skill.</summary>
/// <param name="Name">The skill's name.</param>
/// <param name="Description">Its description.</param>
/// <param name="Path">Its file, as the line names it.</param>
internal sealed record SkillLine(string Name, string Description, string Path)
{
    /// <summary>The line with the whole description.</summary>
    public string Full => With(Description);

    /// <summary>The line without a description.</summary>
    public string Shortest => With("");

    /// <summary>The line with a beginning of the description.</summary>
    public string With(ReadOnlySpan<char> description) =>
        description.IsEmpty ? $"- {Name}: (file: {Path})" : $"- {Name}: {description} (file: {Path})";
}
