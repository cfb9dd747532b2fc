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
            var process = await spawner.StartAsync(ToSpawn(launch, request.Stdio)).ConfigureAwait(false);
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
        WorkingDirectory = request.WorkingDirectory,
        PolicyDirectory = request.PolicyDirectory,
        Environment = request.Environment,
        Proxy = request.Proxy,
        NetworkOwner = request.NetworkOwner,
    };

    private static SpawnRequest ToSpawn(SandboxLaunch launch, StdioMode stdio)
    {
        var descriptors = new InheritedDescriptor[launch.Descriptors.Count];
        for (var index = 0; index < descriptors.Length; index++)
        {
            descriptors[index] = new(launch.Descriptors[index].Handle, launch.Descriptors[index].Number);
        }

        return new()
        {
            FileName = launch.Executable,
            Arguments = launch.Arguments,
            WorkingDirectory = launch.WorkingDirectory,
            Environment = launch.Environment,
            Stdio = stdio,
            InheritedDescriptors = descriptors,
            Token = launch.Token,
            Container = launch.Container,
        };
    }
}
