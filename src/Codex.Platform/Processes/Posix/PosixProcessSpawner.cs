
namespace Codex.Platform.Processes.Posix;

/// <summary>
/// Starts programs by <c>posix_spawn</c>: forking a managed process is not safe. A failure of the new process to change its
/// directory or to become the program is reported by the call itself.
/// </summary>
internal sealed class PosixProcessSpawner : IProcessSpawner
{
    private readonly ProcessPump _pump = new();

    /// <inheritdoc/>
    public Task<IRunningProcess> StartAsync(SpawnRequest request)
    {
        var started = new TaskCompletionSource<IRunningProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pump.Post(() =>
        {
            try
            {
                started.SetResult(Start(request));
            }
            catch (Exception exception)
            {
                started.SetException(exception);
            }
        });
        return started.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _pump.Dispose();

    private PosixRunningProcess Start(SpawnRequest request)
    {
        SpawnValidation.Check(request);
        using var actions = new SpawnActions();
        actions.ChangeDirectory(request.WorkingDirectory);
        using var stdio = StdioWiring.Connect(request.Stdio, actions);
        using var inherited = InheritedWiring.Connect(request.InheritedDescriptors, actions);
        var tether = OperatingSystem.IsLinux() && !request.OutlivesUs ? new GroupTether() : null;
        try
        {
            var processId = Spawn(request, actions);
            tether?.Bind(processId);
            stdio.HandOver();
            return new PosixRunningProcess(new ProcessExit(processId, tether), stdio, _pump);
        }
        catch
        {
            tether?.Dispose();
            throw;
        }
    }

    private static unsafe int Spawn(SpawnRequest request, SpawnActions actions)
    {
        using var attributes = new SpawnAttributes();
        using var arguments = new NativeStringArray(request.Arguments);
        using var environment = new NativeStringArray(EnvironmentBlock(request.Environment));
        var path = ExecutableSearch.Find(request.FileName, request.Environment);
        var error = Codex.Platform.Posix.Native.Spawn.Start(
            out var processId, path, actions.Pointer, attributes.Pointer, arguments.Pointers, environment.Pointers);
        return error is 0 ? processId : throw new SpawnException(error);
    }

    private static string[] EnvironmentBlock(IReadOnlyDictionary<string, string> environment)
    {
        var block = new string[environment.Count];
        var index = 0;
        foreach (var (name, value) in environment)
            block[index++] = $"{name}={value}";
        return block;
    }
}
