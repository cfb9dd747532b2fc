using System.Collections.Immutable;

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

    /// <summary>Working directory; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary><c>--add-dir</c>.</summary>
    public ImmutableArray<string> AddedDirectories { get; init; } = [];

    /// <summary><c>-m</c>.</summary>
    public string? Model { get; init; }

    /// <summary><c>-s</c> and what stands for it; one of the wire words.</summary>
    public string? Sandbox { get; init; }

    /// <summary><c>--oss</c>.</summary>
    public bool UsesLocalProvider { get; init; }

    /// <summary><c>--local-provider</c>.</summary>
    public string? LocalProvider { get; init; }
}
