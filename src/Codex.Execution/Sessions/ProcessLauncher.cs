using Codex.Execution.Sandbox;
using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Starts commands inside the sandbox that their permissions ask for.</summary>
/// <param name="spawner">Starts the processes; stays the caller's.</param>
/// <param name="sandbox">Wraps the commands; stays the caller's.</param>
public sealed class ProcessLauncher(IProcessSpawner spawner, SandboxCommand sandbox) : IProcessLauncher
{
    /// <inheritdoc/>
    public async ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SpawnValidation.CheckCommand(request.Command, request.WorkingDirectory);
        var launch = sandbox.Prepare(new SandboxRequest
        {
            Profile = request.Permissions,
            Command = request.Command,
            WorkingDirectory = request.WorkingDirectory,
            PolicyDirectory = request.PolicyDirectory,
            Environment = request.Environment,
        });
        try
        {
            var process = await spawner.StartAsync(SpawnFor(launch, request.Stdio)).ConfigureAwait(false);
            return new(process, launch.Mechanism is not SandboxMechanism.None, launch);
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    private static SpawnRequest SpawnFor(SandboxLaunch launch, StdioMode stdio) => new()
    {
        FileName = launch.Executable,
        Arguments = launch.Arguments,
        WorkingDirectory = launch.WorkingDirectory,
        Environment = launch.Environment,
        Stdio = stdio,
        InheritedDescriptors = [.. launch.Descriptors.Select(static descriptor => new InheritedDescriptor(descriptor.Handle, descriptor.Number))],
    };
}
