using System.Collections.Immutable;
using Codex.Configuration;

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

    /// <summary>What options decide above all files.</summary>
    public ConfigHarnessOverrides Harness { get; init; } = new();
}
