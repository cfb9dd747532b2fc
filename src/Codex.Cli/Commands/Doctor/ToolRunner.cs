using System.Globalization;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Runs other programs for a short time.</summary>
internal sealed class ToolRunner(HostEnvironment host, TimeProvider clock) : IDisposable
{
    private const int MaximumBytes = 1024 * 1024;
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
            return Result(await _spawner.Value.CaptureAsync(Request(program, directory, arguments), MaximumBytes, both.Token));
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
    };

    private static ToolResult Result(CapturedProcess printed)
    {
        if (printed.Status.Code == 0)
            return new ToolResult(printed.OutputText, null);
        var reason = printed.ErrorText.Trim();
        return new ToolResult(
            null, reason.Length > 0 ? reason : string.Create(CultureInfo.InvariantCulture, $"exited with status {printed.Status.ShellCode}"));
    }
}
