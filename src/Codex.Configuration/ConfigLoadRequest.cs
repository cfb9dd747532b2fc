using Codex.Platform.Environment;

namespace Codex.Configuration;

/// <summary>What a configuration is made from.</summary>
public sealed record ConfigLoadRequest
{
    /// <summary>The surroundings of the process.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>The directory of Codex; absolute. <see cref="Environment.CodexHome"/> finds it.</summary>
    public required string CodexHome { get; init; }

    /// <summary>The directory that project configuration is looked for in; absolute. Null leaves project layers out.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Name given to <c>--profile</c>.</summary>
    public string? Profile { get; init; }

    /// <summary>Texts given to <c>-c</c>, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>Names given to <c>--enable</c>.</summary>
    public IReadOnlyList<string> EnabledFeatures { get; init; } = [];

    /// <summary>Names given to <c>--disable</c>; they win over <see cref="EnabledFeatures"/>.</summary>
    public IReadOnlyList<string> DisabledFeatures { get; init; } = [];

    /// <summary>Whether unknown fields are errors.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether the user's files are left out.</summary>
    public bool IgnoreUserConfig { get; init; }

    /// <summary>What the caller's own options decide, above all files.</summary>
    public ConfigHarnessOverrides Harness { get; init; } = new();

    /// <summary>What administrators deployed through the operating system; null when it has no such thing.</summary>
    public ManagedPreferences? Preferences { get; init; }

    /// <summary>What the user's workspace demands, as TOML; null when it demands nothing.</summary>
    public string? CloudRequirements { get; init; }

    /// <summary>Name of this machine, for requirements that depend on it; null for the system's own answer.</summary>
    public string? HostName { get; init; }

    /// <summary>Where administrators keep configuration.</summary>
    public SystemConfigPaths SystemPaths { get; init; } = SystemConfigPaths.Default;
}
