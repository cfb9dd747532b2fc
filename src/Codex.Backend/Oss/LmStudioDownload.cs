using System.Globalization;
using System.Text;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Backend.Oss;

/// <summary>Fetches a model with LM Studio's own program, <c>lms</c>.</summary>
internal sealed class LmStudioDownload(OssSetupOptions options)
{
    /// <summary>Runs <c>lms get</c>; its output is shown.</summary>
    /// <exception cref="OssException">There is no <c>lms</c>, or it fails.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var program = FindProgram(options.Environment) ?? throw new OssException("LM Studio not found. Please install LM Studio from https://lmstudio.ai/");
        options.Error.Write(Encoding.UTF8.GetBytes($"Downloading model: {options.Model}\n"));
        var status = await RunAsync(program, cancellationToken).ConfigureAwait(false);
        if (status.Code != 0)
            throw new OssException(string.Create(CultureInfo.InvariantCulture, $"Model download failed with exit code: {status.Code ?? -1}"));
    }

    private async Task<ExitStatus> RunAsync(string program, CancellationToken cancellationToken)
    {
        using var spawner = options.CreateSpawner();
        var process = await StartAsync(spawner, program).ConfigureAwait(false);
        await using var ending = process.ConfigureAwait(false);
        await foreach (var chunk in process.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            using (chunk)
            {
                if (chunk.Stream == OutputStream.StandardOutput)
                    options.Output.Write(chunk.Bytes.Span);
            }
        }

        return await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IRunningProcess> StartAsync(IProcessSpawner spawner, string program)
    {
        try
        {
            return await spawner.StartAsync(new SpawnRequest
            {
                FileName = program,
                Arguments = [program, "get", "--yes", options.Model],
                WorkingDirectory = options.Environment.CurrentDirectory,
                Environment = options.Environment.Variables,
                Stdio = StdioMode.Pipes,
            }).ConfigureAwait(false);
        }
        catch (SpawnException exception)
        {
            throw new OssException($"Failed to execute '{program} get --yes {options.Model}': {exception.Message}", exception);
        }
    }

    private static string? FindProgram(HostEnvironment environment)
    {
        var name = OperatingSystem.IsWindows() ? "lms.exe" : "lms";
        var directories = environment.GetVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (Array.Exists(directories, directory => directory.Length > 0 && IsExecutable(Path.Combine(directory, name))))
            return "lms";
        var installed = $"{environment.GetVariable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME")}/.lmstudio/bin/{name}";
        return Path.Exists(installed) ? installed : null;
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
