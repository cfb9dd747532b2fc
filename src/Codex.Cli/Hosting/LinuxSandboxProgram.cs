using System.Text.Json;
using Codex.Execution;
using Codex.Execution.Sandbox;
using Codex.Platform.Processes;
using Codex.Protocol;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Hosting;

/// <summary>
/// Our executable under the name <c>codex-linux-sandbox</c>: runs a command inside of a permission profile that is given as JSON
/// (<c>linux-sandbox/src/linux_run_main.rs</c>). We start commands without it; scripts find it on the PATH of commands.
/// </summary>
internal sealed class LinuxSandboxProgram
{
    /// <summary>The name.</summary>
    public const string Name = "codex-linux-sandbox";

    private const string DirectoryOption = "--sandbox-policy-cwd";
    private const string ProfileOption = "--permission-profile";
    private const int WrongUsage = 2;

    // 0.136.0 panics in these cases; scripts see its exit code.
    private const int NothingToRun = 101;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private bool _prefersLandlock;
    private string[] _command = [];

    /// <summary>Runs the command and gives its exit code.</summary>
    public static int Run(string[] arguments) => new LinuxSandboxProgram().RunAsync(arguments).GetAwaiter().GetResult();

    private async Task<int> RunAsync(string[] arguments)
    {
        if (Read(arguments) is { } mistake)
            return Fail(WrongUsage, $"error: {mistake}\n\nUsage: {Name} {DirectoryOption} <SANDBOX_POLICY_CWD> [COMMAND]...\n");
        if (!_values.TryGetValue(DirectoryOption, out var directory))
            return Fail(WrongUsage, $"error: the following required arguments were not provided:\n  {DirectoryOption} <SANDBOX_POLICY_CWD>\n\nUsage: {Name} {DirectoryOption} <SANDBOX_POLICY_CWD> [COMMAND]...\n");
        if (_command.Length is 0)
            return Fail(NothingToRun, "No command specified to execute.\n");
        if (!_values.TryGetValue(ProfileOption, out var json))
            return Fail(NothingToRun, "missing permission profile configuration\n");
        try
        {
            var profile = JsonSerializer.Deserialize(json, EngineJson.Default.PermissionProfile)!;
            return await RunAsync(profile, directory).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            return Fail(WrongUsage, $"error: invalid value '{json}' for '{ProfileOption} <PERMISSION_PROFILE>': invalid permission profile JSON: {error.Message}\n");
        }
        catch (SpawnException error)
        {
            return Fail(NothingToRun, $"Failed to execute {_command[0]}: {error.Message}\n");
        }
    }

    private async Task<int> RunAsync(PermissionProfile profile, string directory)
    {
        var host = HostEnvironmentReader.Read();
        using var spawner = ProcessSpawner.Create();
        using var sandbox = new SandboxCommand(
            host, spawner, new SandboxOptions { PrefersLandlock = _prefersLandlock }, static (_, message) => StandardError.Write($"warning: {message}\n"));
        var request = new LaunchRequest
        {
            Command = _command,
            WorkingDirectory = host.CurrentDirectory,
            PolicyDirectory = Path.GetFullPath(directory, host.CurrentDirectory),
            Environment = host.Variables,
            Stdio = StdioMode.Inherited,
            Permissions = profile,
        };
        var launched = await new SandboxedLauncher(spawner, sandbox).StartAsync(request, CancellationToken.None).ConfigureAwait(false);
        await using (launched.ConfigureAwait(false))
        {
            using var signals = ForwardedSignals.To(launched.Process);
            return (await launched.Process.Completion.ConfigureAwait(false)).ShellCode;
        }
    }

    // Null, or what is wrong. Where the command would go on with less than its sandbox nothing is run.
    private string? Read(string[] arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "--":
                    _command = arguments[(index + 1)..];
                    return null;
                case "--use-legacy-landlock":
                    _prefersLandlock = true;
                    break;
                case "--no-proc":
                    break;
                case DirectoryOption or ProfileOption or "--command-cwd" when index + 1 < arguments.Length:
                    _values[arguments[index]] = arguments[++index];
                    break;
                case ['-', ..] unknown:
                    return $"unexpected argument '{unknown}' found";
                default:
                    _command = arguments[index..];
                    return null;
            }
        }

        return null;
    }

    private static int Fail(int exitCode, string message)
    {
        StandardError.Write(message);
        return exitCode;
    }
}
