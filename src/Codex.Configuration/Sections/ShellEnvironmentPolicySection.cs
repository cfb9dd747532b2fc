using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[shell_environment_policy]</c>: the environment of commands.</summary>
public sealed record ShellEnvironmentPolicySection
{
    /// <summary>What to start from.</summary>
    public EnvironmentInherit Inherit { get; init; } = EnvironmentInherit.All;

    /// <summary>Whether variables whose names look like secrets are kept.</summary>
    public bool IgnoreDefaultExcludes { get; init; } = true;

    /// <summary>Names to drop; wildcards, any case.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Variables to set after the exclusions.</summary>
    public IReadOnlyDictionary<string, string>? Set { get; init; }

    /// <summary>When not empty, only matching names are kept at the end.</summary>
    public IReadOnlyList<string> IncludeOnly { get; init; } = [];

    /// <summary>Whether commands run in the login profile.</summary>
    public bool ExperimentalUseProfile { get; init; }

    internal static ShellEnvironmentPolicySection Read(TableReader table) => new()
    {
        Inherit = (EnvironmentInherit?)table.Variant("inherit", "core", "all", "none") ?? EnvironmentInherit.All,
        IgnoreDefaultExcludes = table.Boolean("ignore_default_excludes") ?? true,
        Exclude = table.Strings("exclude") ?? [],
        Set = table.StringMap("set"),
        IncludeOnly = table.Strings("include_only") ?? [],
        ExperimentalUseProfile = table.Boolean("experimental_use_profile") ?? false,
    };
}
