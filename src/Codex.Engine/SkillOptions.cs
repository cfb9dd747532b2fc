using System.Collections.Immutable;
using Codex.Extensions.Skills;

namespace Codex.Engine;

/// <summary>The skills of a thread.</summary>
public sealed record SkillOptions
{
    /// <summary>Whether the model is told which skills there are; mentions work in any case.</summary>
    public bool IncludeInstructions { get; init; } = true;

    /// <summary>Where skills are looked for, highest precedence first.</summary>
    public ImmutableArray<SkillRoot> Roots { get; init; } = [];

    /// <summary>Switches of single skills; later ones win.</summary>
    public ImmutableArray<SkillSwitch> Switches { get; init; } = [];
}
