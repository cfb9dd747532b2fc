using System.Collections.Immutable;
using Codex.Configuration;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Sessions;

/// <summary>What the command line says about a session.</summary>
internal sealed record SessionRequest
{
    /// <summary><c>-c</c>, in order, as given.</summary>
    public ImmutableArray<string> Overrides { get; init; } = [];

    /// <summary><c>--enable</c>.</summary>
    public ImmutableArray<string> EnabledFeatures { get; init; } = [];

    /// <summary><c>--disable</c>.</summary>
    public ImmutableArray<string> DisabledFeatures { get; init; } = [];

    /// <summary><c>-p</c>.</summary>
    public string? Profile { get; init; }

    /// <summary><c>--strict-config</c>.</summary>
    public bool IsStrict { get; init; }

    /// <summary><c>--ignore-user-config</c>.</summary>
    public bool IgnoresUserConfig { get; init; }

    /// <summary><c>--ignore-rules</c>.</summary>
    public bool IgnoresRules { get; init; }

    /// <summary>Working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>What the user's workspace demands; null when it demands nothing, or was not asked.</summary>
    public string? CloudRequirements { get; init; }

    /// <summary>What options decide above all files.</summary>
    public ConfigHarnessOverrides Harness { get; init; } = new();

    /// <summary>The same with an approval policy that the front-end decides.</summary>
    public SessionRequest WithApproval(AskForApproval policy) => this with { Harness = Harness with { ApprovalPolicy = policy } };

    /// <summary>What the configuration is made from.</summary>
    public ConfigLoadRequest ToLoadRequest(ProgramContext program) => new()
    {
        Host = program.Host,
        CodexHome = program.CodexHome,
        Preferences = program.Preferences,
        WorkingDirectory = WorkingDirectory,
        Profile = Profile,
        Overrides = Overrides,
        EnabledFeatures = EnabledFeatures,
        DisabledFeatures = DisabledFeatures,
        Strict = IsStrict,
        IgnoreUserConfig = IgnoresUserConfig,
        Harness = Harness,
        CloudRequirements = CloudRequirements,
    };
}
