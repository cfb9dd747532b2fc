using Codex.Platform.Processes;

namespace Codex.Execution.Sandbox;

/// <summary>Starts commands inside their permissions: wraps them and hands them to the spawner.</summary>
public sealed class SandboxedLauncher(IProcessSpawner spawner, SandboxCommand sandbox) : IProcessLauncher
{
    /// <inheritdoc/>
    public async ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SpawnValidation.CheckCommand(request.Command, request.WorkingDirectory);
        var launch = await sandbox.PrepareAsync(ToSandbox(request), cancellationToken).ConfigureAwait(false);
        try
        {
            var process = await spawner.StartAsync(ToSpawn(launch, request)).ConfigureAwait(false);
            launch.Begin();
            return new(process, launch.Mechanism != SandboxMechanism.None, launch);
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    private static SandboxRequest ToSandbox(LaunchRequest request) => new()
    {
        Profile = request.Permissions,
        Command = request.Command,
        Name = request.Name,
        WorkingDirectory = request.WorkingDirectory,
        PolicyDirectory = request.PolicyDirectory,
        Environment = request.Environment,
        Proxy = request.Proxy,
        NetworkOwner = request.NetworkOwner,
    };

    private static SpawnRequest ToSpawn(SandboxLaunch launch, LaunchRequest request) => new()
    {
        FileName = launch.Executable,
        Arguments = launch.Arguments,
        WorkingDirectory = launch.WorkingDirectory,
        Environment = launch.Environment,
        Stdio = request.Stdio,
        InheritedDescriptors =
        [
            .. launch.Descriptors.Select(static descriptor => new InheritedDescriptor(descriptor.Handle, descriptor.Number)),
            .. request.InheritedDescriptors,
        ],
        Token = launch.Token,
        Container = launch.Container,
    };
}
