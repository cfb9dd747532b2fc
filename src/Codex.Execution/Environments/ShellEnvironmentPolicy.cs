using System.Collections.Immutable;

namespace Codex.Execution.Environments;

/// <summary>The user's rules for the environment of commands (<c>[shell_environment_policy]</c>). Patterns know <c>*</c> and <c>?</c> and ignore case.</summary>
public sealed record ShellEnvironmentPolicy
{
    /// <summary>What is inherited.</summary>
    public EnvironmentInheritance Inherit { get; init; }

    /// <summary>False to drop variables that look secret: <c>*KEY*</c>, <c>*SECRET*</c>, <c>*TOKEN*</c>.</summary>
    public bool IgnoreDefaultExcludes { get; init; } = true;

    /// <summary>Patterns of variables to drop.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Patterns of variables that are dropped whatever the user's rules inherit; <see cref="Set"/> may bring them back.</summary>
    public ImmutableArray<string> Concealed { get; init; } = [];

    /// <summary>Variables to set after dropping.</summary>
    public ImmutableDictionary<string, string> Set { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>When not empty, only variables that match one of these patterns remain.</summary>
    public ImmutableArray<string> IncludeOnly { get; init; } = [];
}
