using Codex.Execution.Sandbox;
using Codex.Formats.Text;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Platform.Processes;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.BuiltIn.ExecCommand;
using Codex.Tools.BuiltIn.ShellCommand;
using Codex.Tools.BuiltIn.WriteStdin;

namespace Codex.Tools.Tests.BuiltIn.Commands;

/// <summary>The command tools of a thread without sandbox, and a turn that writes down its events.</summary>
internal sealed class CommandFixture : IToolHost, IAsyncDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly SandboxCommand _sandbox;

    internal CommandFixture()
    {
        var host = new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["HOME"] = "/nowhere", ["SECRET_KEY"] = "s" },
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/nowhere",
        };
        _sandbox = new(host, _spawner, new(), static (_, _) => { });
        var launcher = new SandboxedLauncher(_spawner, _sandbox);
        Services = new()
        {
            Sessions = new(launcher, new RandomIdSource(), TimeProvider.System, TimeSpan.FromMinutes(5)),
            Launcher = launcher,
            Shells = new(host),
            Patches = new(TimeProvider.System),
            Ids = new RandomIdSource(),
        };
        Settings = new()
        {
            WorkingDirectory = "/usr",
            WorkspaceRoots = ["/usr"],
            ApprovalPolicy = AskForApproval.Never,
            PermissionProfile = new PermissionProfile.Disabled(),
            Host = host,
            Model = "m",
            Truncation = new(TruncationUnit.Tokens, 10_000),
            ShellPath = "/bin/sh",
        };
    }

    internal CommandServices Services { get; init; }

    internal List<EventMsg> Events { get; } = [];

    public string ThreadId => "thread-1";

    public string TurnId => "turn-1";

    public TurnSettings Settings { get; set; }

    public IApprovals Approvals { get; init; } = new FixedApprovals(ApprovalAnswer.Rejected);

    public ValueTask EmitAsync(EventMsg message, CancellationToken cancellationToken)
    {
        lock (Events)
            Events.Add(message);
        return ValueTask.CompletedTask;
    }

    public void RecordPatch(PatchRecord patch) => throw new InvalidOperationException("No patch here.");

    internal Task<string> ExecAsync(string arguments) => CallAsync(new ExecCommandTool(Services), arguments);

    internal Task<string> WriteAsync(string arguments) => CallAsync(new WriteStdinTool(Services), arguments);

    internal Task<string> ShellAsync(string arguments) => CallAsync(new ShellCommandTool(Services), arguments);

    public async ValueTask DisposeAsync()
    {
        await Services.Sessions.DisposeAsync();
        _spawner.Dispose();
        _sandbox.Dispose();
    }

    private async Task<string> CallAsync(ITool tool, string arguments) =>
        (await tool.InvokeAsync(new("call-1", tool.Name, new ToolPayload.Function(arguments)), this, TestContext.Current.CancellationToken)).Body!.Text!;
}
