using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Codex.Execution.Sandbox;
using Codex.Platform.Environment;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Real commands in real sandboxes: a workspace, a directory beside it, and the wrapper under test.</summary>
public class SandboxFixture : IAsyncLifetime
{
    private readonly TempDirectory _temp = new();
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _notices = new();
    private string _oracle = string.Empty;
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private SandboxCommand? _command;

    internal string Workspace { get; private set; } = string.Empty;

    internal string Outside { get; private set; } = string.Empty;

    internal SandboxCommand Command => _command!;

    internal string? SkipReason { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _oracle = (await Oracle.LocateAsync()).Executable ?? "/nonexistent/codex";
        Workspace = _temp.Create("workspace");
        Outside = _temp.Create("outside");
        _command = new(Host(), _spawner, Options, (_, message) => _notices.Enqueue(message));
        using var launch = await PrepareAsync(PermissionProfile.ReadOnly, Workspace, "/bin/true");
        SkipReason = launch.Mechanism == Mechanism ? null : $"{Mechanism} does not work on this machine: {launch.Arguments[^1]}";
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _command?.Dispose();
        _spawner.Dispose();
        _temp.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What the sandboxes of this fixture are made by.</summary>
    internal virtual SandboxMechanism Mechanism => SandboxMechanism.Bubblewrap;

    /// <summary>The real surroundings; a bubblewrap that comes with the real binary counts as ours.</summary>
    internal virtual HostEnvironment Host() => new()
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin" },
        CurrentDirectory = Workspace,
        TemporaryDirectory = Path.GetTempPath(),
        ExecutablePath = _oracle,
    };

    internal static PermissionProfile WorkspaceWrite(bool network = false, params string[] roots) => PermissionProfiles.WorkspaceWrite(
        roots, NetworkSandboxPolicy.From(network), excludeTmpdirEnvVar: true, excludeSlashTmp: true);

    /// <summary>The usual profile: where the temporary directory is writable, sockets that come and go in it can be covered by any mechanism.</summary>
    internal static PermissionProfile WithTemporaryDirectory() => PermissionProfiles.WorkspaceWrite(
        [], NetworkSandboxPolicy.From(false), excludeTmpdirEnvVar: true, excludeSlashTmp: false);

    /// <summary>What holds for all commands.</summary>
    internal virtual SandboxOptions Options => new() { ConcealedFiles = [Path.Combine(Outside, "auth.json"), Path.Combine(Workspace, "auth.json")] };

    /// <summary>What was announced.</summary>
    internal IReadOnlyCollection<string> Notices => _notices;

    /// <summary>A launcher as the product composes it.</summary>
    internal SandboxedLauncher Launcher => new(_spawner, Command);

    internal ValueTask<SandboxLaunch> PrepareAsync(PermissionProfile profile, string directory, params string[] command) => Command.PrepareAsync(
        new() { Profile = profile, Command = command, WorkingDirectory = directory, PolicyDirectory = directory, Environment = Host().Variables },
        TestContext.Current.CancellationToken);

    /// <summary>Runs a shell script in the workspace; everything it prints, and how it ended.</summary>
    internal async Task<(int ExitCode, string Output)> RunAsync(PermissionProfile profile, string script, params string[] shellPrefix)
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        using var launch = await PrepareAsync(profile, Workspace, "/bin/bash", "--norc", "-c", script);
        return await RunAsync(launch, shellPrefix);
    }

    /// <summary>
    /// The same by the way of the product, for commands that take long: a sandbox ends with the thread that started it, and the
    /// launcher's lives as long as the command.
    /// </summary>
    internal async Task<(int ExitCode, string Output)> LaunchAsync(LaunchRequest request, IProcessLauncher? launcher = null)
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        await using var launched = await (launcher ?? Launcher).StartAsync(request, TestContext.Current.CancellationToken);
        using var output = new MemoryStream();
        await foreach (var chunk in launched.Process.Output.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            using (chunk)
                output.Write(chunk.Bytes.Span);
        }

        return ((await launched.Process.Completion).ShellCode, Encoding.Latin1.GetString(output.ToArray()));
    }

    /// <summary>A shell script in the workspace.</summary>
    internal LaunchRequest Script(PermissionProfile profile, string script) => new()
    {
        Command = ["/bin/bash", "--norc", "-c", script],
        WorkingDirectory = Workspace,
        PolicyDirectory = Workspace,
        Environment = Host().Variables,
        Stdio = StdioMode.Pipes,
        Permissions = profile,
    };

    /// <summary>Runs Python in the workspace, without network.</summary>
    internal Task<(int ExitCode, string Output)> RunPythonAsync(string program)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");
        return RunAsync(WithTemporaryDirectory(), $"exec /usr/bin/python3 - <<'PY'\n{program}\nPY");
    }

    /// <summary>Asserts that a Python expression ends in EPERM; <c>c</c> is the C library, <c>e</c> raises its error.</summary>
    internal async Task AssertDeniedAsync(string call)
    {
        Assert.SkipUnless(RuntimeInformation.ProcessArchitecture == Architecture.X64, "needs x86_64 numbers");
        var (exitCode, output) = await RunPythonAsync($"""
            import ctypes, os, socket
            c = ctypes.CDLL(None, use_errno=True)
            def e(): raise OSError(ctypes.get_errno(), 'denied')
            try:
                {call}
                print('allowed')
            except PermissionError:
                print('denied')
            """);

        Assert.Equal((0, "denied"), (exitCode, output));
    }

    internal static async Task<(int ExitCode, string Output)> RunAsync(SandboxLaunch launch, params string[] shellPrefix)
    {
        using var process = Start(launch, shellPrefix);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (await output).TrimEnd());
    }

    /// <summary>Starts a launch with its descriptors in place.</summary>
    internal static Process Start(SandboxLaunch launch, params string[] shellPrefix)
    {
        var redirections = string.Concat(launch.Descriptors.Select(descriptor => string.Create(
            CultureInfo.InvariantCulture, $" {descriptor.Number}</proc/{Environment.ProcessId}/fd/{descriptor.Handle.DangerousGetHandle()}")));
        var start = new ProcessStartInfo("/bin/bash") { WorkingDirectory = launch.WorkingDirectory, RedirectStandardOutput = true, RedirectStandardInput = true };
        start.ArgumentList.Add("--norc");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"exec 2>&1{redirections}; exec \"$@\"");
        start.ArgumentList.Add("bash");
        foreach (var argument in shellPrefix.Append(launch.Executable).Concat(launch.Arguments.Skip(1)))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in launch.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
