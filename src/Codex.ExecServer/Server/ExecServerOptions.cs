using System.Collections.Immutable;
using Codex.Execution.Sandbox;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.ExecServer.Server;

/// <summary>What a server works with.</summary>
public sealed record ExecServerOptions
{
    /// <summary>The surroundings; processes inherit from its variables.</summary>
    public required HostEnvironment Host { get; init; }

    /// <summary>What holds for every sandbox.</summary>
    public SandboxOptions Sandbox { get; init; } = new();

    /// <summary>Patterns of variables that no process inherits.</summary>
    public ImmutableArray<string> ConcealedVariables { get; init; } = [];

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where session ids come from.</summary>
    public IIdSource Ids { get; init; } = new RandomIdSource();

    /// <summary>Takes warnings: the module and the message.</summary>
    public Action<string, string> Log { get; init; } = static (_, _) => { };
}
