using System.Collections.Immutable;
using Codex.Execution;
using Codex.Execution.Escalation;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>Runs a command in the shell that asks before it starts a program.</summary>
/// <param name="services">What the thread's commands share.</param>
/// <param name="request">The command.</param>
/// <param name="host">The turn.</param>
internal sealed class WatchedShell(CommandServices services, CommandRequest request, IToolHost host)
{
    private readonly CommandRunner _runner = new(services.Launcher, services.Time);

    /// <summary>Runs it once.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="launch">The command without what the shell needs.</param>
    /// <param name="permission">How it runs.</param>
    /// <param name="limit">How long it may run.</param>
    /// <param name="events">Takes its output.</param>
    /// <param name="cancellationToken">Ends the command, and the programs that were started for it.</param>
    /// <exception cref="SpawnException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    internal async Task<CapturedRun> RunAsync(
        PatchedShell shell, LaunchRequest launch, CommandPermission permission, TimeSpan limit, ICommandEvents events, CancellationToken cancellationToken)
    {
        using var counted = new TimeLimit(limit, services.Time);
        var environment = WithSearchPath(launch.Environment, Path.GetDirectoryName(shell.Path)!);
        var context = new PathContext(launch.PolicyDirectory, host.Settings.Host.GetVariable("TMPDIR"));
        var policy = new ProgramPolicy(services, request, permission, new EscalationRules(permission.Profile, context, environment), counted, host);
        var server = new EscalationServer(shell.Wrapper, policy, services.Launcher);
        await using var owned = server.ConfigureAwait(false);
        foreach (var (name, value) in server.Variables)
            environment[name] = value;
        var watched = launch with
        {
            Environment = environment,
            InheritedDescriptors = [server.Inherited],
            Permissions = Readable(launch.Permissions, context, shell),
        };
        return await _runner.RunAsync(watched, counted, events, server.Begin, cancellationToken).ConfigureAwait(false);
    }

    // Before all others, so that scripts that call the shell by its name get this one.
    private static Dictionary<string, string> WithSearchPath(IReadOnlyDictionary<string, string> environment, string directory)
    {
        var search = environment.GetValueOrDefault("PATH") is { Length: > 0 } path ? path.Split(':').Where(entry => entry != directory) : [];
        return new Dictionary<string, string>(environment) { ["PATH"] = string.Join(':', search.Prepend(directory)) };
    }

    // A command that may not read the whole disk still has to find its shell and the wrapper.
    private static PermissionProfile Readable(PermissionProfile profile, PathContext context, PatchedShell shell)
    {
        var access = profile.AccessIn(context);
        ImmutableArray<FileSystemSandboxEntry> missing =
        [
            .. new[] { shell.Path, Path.GetDirectoryName(shell.Wrapper)!, shell.Executable }.Where(path => !access.CanRead(path))
                .Select(static path => new FileSystemSandboxEntry(new FileSystemPath.Absolute(path), FileSystemAccessMode.Read)),
        ];
        return missing.IsEmpty ? profile : profile.With(new AdditionalPermissionProfile(Network: null, new FileSystemPermissions(missing)));
    }
}
