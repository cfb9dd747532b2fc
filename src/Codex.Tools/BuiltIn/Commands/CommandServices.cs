using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Network;
using Codex.Execution.Policy;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Sessions;
using Codex.Execution.Snapshots;
using Codex.Platform.Identifiers;
using Codex.Tools.BuiltIn.ApplyPatch;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>What the command tools of one thread share.</summary>
public sealed record CommandServices
{
    /// <summary>The thread's running commands.</summary>
    public required CommandSessions Sessions { get; init; }

    /// <summary>The machines that commands run on.</summary>
    public ExecutionEnvironments Environments { get; init; } = ExecutionEnvironments.Local;

    /// <summary>Starts commands that have no session.</summary>
    public required IProcessLauncher Launcher { get; init; }

    /// <summary>Finds the shell a model names.</summary>
    public required UserShells Shells { get; init; }

    /// <summary>The user's rules for the environment of commands.</summary>
    public ShellEnvironmentPolicy EnvironmentPolicy { get; init; } = new();

    /// <summary>The state of the user's login shell; null when every command starts one.</summary>
    public ShellSnapshots? Snapshots { get; init; }

    /// <summary>The shell that asks before it starts a program; null when commands run in the user's own.</summary>
    public PatchedShell? PatchedShell { get; init; }

    /// <summary>The only way out for sandboxed commands; null when their network is all or nothing, as the permissions say.</summary>
    public NetworkProxy? Network { get; init; }

    /// <summary>Decides which commands may run.</summary>
    public ICommandPolicy Policy { get; init; } = new CommandPolicy(static () => CommandRules.Empty);

    /// <summary>Takes over commands that are patches in disguise.</summary>
    public required PatchSession Patches { get; init; }

    /// <summary>Where chunk ids come from.</summary>
    public required IIdSource Ids { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What is started for a command: with a snapshot of the login shell in place of a new one, once there is one.</summary>
    internal IReadOnlyList<string> Started(IReadOnlyList<string> command, string directory) =>
        Snapshots?.Apply(command, directory, [.. EnvironmentPolicy.Set.Keys, CommandEnvironment.ThreadVariable, .. Network is null ? [] : ProxyEnvironment.NamesFor(Network.Options)]) ?? command;

    /// <summary>The way out for a command with these permissions: none but the proxy inside of a sandbox.</summary>
    internal NetworkProxy? NetworkFor(CommandPermission permission) => permission.IsConfined ? Network : null;
}
