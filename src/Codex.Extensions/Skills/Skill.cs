using System.Collections.Immutable;

namespace Codex.Extensions.Skills;

/// <summary>A skill: instructions for a kind of task, in a file that the model reads when it needs them.</summary>
public sealed record Skill
{
    /// <summary>The name that prompts mention after a dollar sign.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, one line.</summary>
    public required string Description { get; init; }

    /// <summary>A shorter description for lists.</summary>
    public string? ShortDescription { get; init; }

    /// <summary>The <c>SKILL.md</c>, without symbolic links.</summary>
    public required string Path { get; init; }

    /// <summary>The directory whose search found it, without symbolic links.</summary>
    public required string Root { get; init; }

    /// <summary>Whose it is.</summary>
    public required SkillScope Scope { get; init; }

    /// <summary>Whether the model may choose it by itself; otherwise only a mention brings it in.</summary>
    public bool AllowsImplicitUse { get; init; } = true;

    /// <summary>The products it is made for; none for all.</summary>
    public ImmutableArray<string> Products { get; init; } = [];
}
