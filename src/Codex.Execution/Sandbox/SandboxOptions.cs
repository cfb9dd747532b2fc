namespace Codex.Execution.Sandbox;

/// <summary>What holds for every sandbox of a program, whatever the profile of a command.</summary>
public sealed record SandboxOptions
{
    /// <summary>
    /// Whether commands without network may use loopback and local sockets among themselves, in a network namespace of
    /// their own; otherwise only socket pairs, as in 0.136.0.
    /// </summary>
    public bool AllowsLocalSockets { get; init; } = true;

    /// <summary>Whether the network that a profile grants leads through a proxy only: then the command has a private one.</summary>
    public bool ProxiesNetwork { get; init; }

    /// <summary>Whether Landlock is taken even where namespaces work (the feature <c>use_legacy_landlock</c>).</summary>
    public bool PrefersLandlock { get; init; }

    /// <summary>Local sockets, or directories with them, that commands without network may use on macOS; absolute.</summary>
    public IReadOnlyList<string> UnixSockets { get; init; } = [];

    /// <summary>What every refusal is marked with in the log of macOS; null when nobody reads it (<see cref="Seatbelt.DenialLog"/>).</summary>
    public string? DenialMark { get; init; }

    /// <summary>Where the identities of sandboxed programs are kept on Windows; null where there is no sandbox of that kind.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>Files of ours that commands may read whatever else is hidden from them. Absolute.</summary>
    public IReadOnlyList<string> SharedFiles { get; init; } = [];

    /// <summary>Files that no sandboxed command may read: credentials of this program. Absolute; missing ones are skipped.</summary>
    public IReadOnlyList<string> ConcealedFiles { get; init; } = [];
}
