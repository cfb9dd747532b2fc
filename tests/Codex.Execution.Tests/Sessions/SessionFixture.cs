using System.Text;
using Codex.Execution.Sandbox;
using Codex.Execution.Sessions;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sessions;

/// <summary>Sessions without a sandbox, with real processes.</summary>
internal sealed class SessionFixture : IAsyncDisposable
{
    internal static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly SandboxCommand _sandbox;

    internal SessionFixture()
    {
        _sandbox = new(new HostEnvironment
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/nowhere",
        }, _spawner, new(), static (_, _) => { });
        Sessions = new(new SandboxedLauncher(_spawner, _sandbox), new RandomIdSource(), TimeProvider.System, TimeSpan.FromMinutes(5));
    }

    internal CommandSessions Sessions { get; }

    internal RecordedEvents Events { get; } = new();

    internal Task<SessionAnswer> StartAsync(string script, ulong yield = 20_000, bool terminal = false, ICommandEvents? events = null, CancellationToken cancellationToken = default) =>
        Sessions.StartAsync(new("call", Launch(script, terminal), terminal, yield), events ?? Events, cancellationToken);

    internal static LaunchRequest Launch(string script, bool terminal = false) => new()
    {
        Command = ["/bin/sh", "-c", script],
        WorkingDirectory = "/",
        PolicyDirectory = "/",
        Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" },
        Stdio = terminal ? StdioMode.Terminal(TerminalSize.Default) : StdioMode.Pipes,
        Permissions = new PermissionProfile.Disabled(),
    };

    internal static string TextOf(SessionAnswer answer) => Encoding.UTF8.GetString(answer.Output.ToArray());

    public async ValueTask DisposeAsync()
    {
        await Sessions.DisposeAsync();
        _spawner.Dispose();
        _sandbox.Dispose();
    }
}
