using System.Text;
using Codex.Execution.Environments;
using Codex.Execution.Snapshots;
using Codex.Platform.Processes;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Snapshots;

/// <summary>A user with a home, a shell and its profile.</summary>
internal sealed class SnapshotFixture : IAsyncDisposable
{
    internal const string Thread = "019a1feb-0000-7000-8000-000000000001";

    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    internal TempDirectory Home { get; } = new();

    internal ShellSnapshots? Snapshots { get; private set; }

    internal string Folder => Home["shell_snapshots"];

    internal IReadOnlyList<string> Files => Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [];

    private Dictionary<string, string> Environment => new() { ["HOME"] = Home.Root, ["PATH"] = "/usr/bin:/bin", ["TERM"] = "xterm" };

    internal static UserShell ShellOrSkip(string path)
    {
        Assert.SkipUnless(File.Exists(path), $"{path} is not installed");
        return UserShell.At(path);
    }

    internal ShellSnapshots Start(UserShell shell, TimeProvider? time = null, Func<string, DateTimeOffset?>? lastUse = null)
    {
        Snapshots = new(
            new()
            {
                Folder = Folder,
                ThreadId = Thread,
                Shell = shell,
                WorkingDirectory = Home.Root,
                Environment = Environment,
                LastUseOf = lastUse ?? (static _ => null),
            },
            _spawner,
            time ?? TimeProvider.System);
        Snapshots.Start();
        return Snapshots;
    }

    internal async Task<ShellSnapshots> CaptureAsync(UserShell shell)
    {
        var snapshots = Start(shell);
        await snapshots.Finished;
        return snapshots;
    }

    /// <summary>What a command prints, both streams.</summary>
    internal async Task<string> RunAsync(IReadOnlyList<string> command, params (string Name, string Value)[] variables)
    {
        var environment = Environment;
        foreach (var (name, value) in variables)
            environment[name] = value;
        await using var process = await _spawner.StartAsync(new()
        {
            FileName = command[0],
            Arguments = command,
            WorkingDirectory = Home.Root,
            Environment = environment,
            Stdio = StdioMode.Pipes,
        });
        using var output = new MemoryStream();
        await foreach (var chunk in process.Output.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            using (chunk)
                output.Write(chunk.Bytes.Span);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        if (Snapshots is not null)
            await Snapshots.DisposeAsync();
        _spawner.Dispose();
        Home.Dispose();
    }
}
