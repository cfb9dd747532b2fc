using Codex.Execution.Environments;
using Codex.Execution.Network;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution;

/// <summary>A command and what it may do.</summary>
public sealed record LaunchRequest
{
    /// <summary>The program, looked up in the environment's <c>PATH</c>, and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>What the program is called by, its argument with index 0; null for its path. Only outside of sandboxes.</summary>
    public string? Name { get; init; }

    /// <summary>Descriptors that the command gets beside its standard streams.</summary>
    public IReadOnlyList<InheritedDescriptor> InheritedDescriptors { get; init; } = [];

    /// <summary>Where it starts; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The directory that the profile's named workspace roots stand for; absolute.</summary>
    public required string PolicyDirectory { get; init; }

    /// <summary>The whole environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>
    /// How the rest of the environment follows from the variables of a remote machine; null when <see cref="Environment"/> is
    /// the whole of it.
    /// </summary>
    public ShellEnvironmentPolicy? Inherited { get; init; }

    /// <summary>The machine to run on; null for the first one.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>What the standard streams are.</summary>
    public required StdioMode Stdio { get; init; }

    /// <summary>What it may touch.</summary>
    public required PermissionProfile Permissions { get; init; }

    /// <summary>The only way out for the command; null when its network is all or nothing, as <see cref="Permissions"/> say.</summary>
    public NetworkProxy? Proxy { get; init; }

    /// <summary>Whom requests that the proxy gets belong to.</summary>
    public NetworkOwner NetworkOwner { get; init; } = NetworkOwner.Nobody;
}
