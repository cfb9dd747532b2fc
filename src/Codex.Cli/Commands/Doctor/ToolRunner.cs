using System.Globalization;
using System.Text;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Runs other programs for a short time.</summary>
internal sealed class ToolRunner(HostEnvironment host, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);
    private readonly Lazy<IProcessSpawner> _spawner = new(ProcessSpawner.Create);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Path, or a name on PATH.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<ToolResult> RunAsync(string program, string directory, CancellationToken cancellationToken, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(s_timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await using var process = await _spawner.Value.StartAsync(Request(program, directory, arguments));
            return await ReadAsync(process, both.Token);
        }
        catch (SpawnException exception)
        {
            return new ToolResult(null, exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ToolResult(null, "no end within five seconds");
        }
    }

    /// <summary>The executables of a name on PATH, in the order of PATH, without repeats.</summary>
    public IReadOnlyList<string> Find(string name)
    {
        var found = new List<string>();
        foreach (var directory in (host.GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var path = Path.Combine(directory, name);
            if (ExecutableFile.WhyNot(path) is null && !found.Contains(path))
                found.Add(path);
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_spawner.IsValueCreated)
            _spawner.Value.Dispose();
    }

    private SpawnRequest Request(string program, string directory, string[] arguments) => new()
    {
        FileName = program,
        Arguments = [program, .. arguments],
        WorkingDirectory = directory,
        Environment = new Dictionary<string, string>(host.Variables, HostEnvironment.VariableNameComparer) { ["GIT_OPTIONAL_LOCKS"] = "0" },
        Stdio = StdioMode.Pipes,
    };

    private static async Task<ToolResult> ReadAsync(IRunningProcess process, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        await foreach (var chunk in process.Output.ReadAllAsync(cancellationToken))
        {
            using (chunk)
                (chunk.Stream == OutputStream.StandardOutput ? output : error).Write(chunk.Bytes.Span);
        }

        var status = await process.Completion.WaitAsync(cancellationToken);
        if (status.Code == 0)
            return new ToolResult(Encoding.UTF8.GetString(output.ToArray()), null);
        var reason = Encoding.UTF8.GetString(error.ToArray()).Trim();
        return new ToolResult(null, reason.Length > 0 ? reason : string.Create(CultureInfo.InvariantCulture, $"exited with status {status.ShellCode}"));
    }
}
