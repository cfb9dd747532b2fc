using System.Text;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.Protocol.Permissions;

namespace Codex.Exec.Tests.Output;

/// <summary>Runs the front-end against a scripted connection and keeps what it prints.</summary>
internal sealed class ExecRunHarness
{
    public const string ThreadId = "019a0000-0000-7000-8000-000000000001";

    public const string TurnId = "019a0000-0000-7000-8000-000000000002";

    public ExecOptions Options { get; set; } = new()
    {
        Prompt = "do it",
        RequiresRepository = false,
        Thread = new ThreadStartParams { Model = "gpt-5.5", ModelProvider = "fake", ApprovalPolicy = AskForApproval.Never },
        Display = new ExecDisplay { WorkingDirectory = "/w", Sandbox = "read-only" },
    };

    public byte[] Input { get; set; } = [];

    public bool InputIsTerminal { get; set; } = true;

    public bool OutputIsTerminal { get; set; }

    public bool ErrorIsTerminal { get; set; }

    public ScriptedConnection Connection { get; } = new();

    public Action<Action<ExecSignal>> OnListen { get; set; } = static _ => { };

    public string StandardOutput { get; private set; } = "";

    public string StandardError { get; private set; } = "";

    public async Task<int> RunAsync(params ServerMessage[] messages)
    {
        Connection.Messages = messages;
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var streams = new ExecStreams
        {
            OpenInput = () => new MemoryStream(Input),
            Output = output,
            Error = error,
            InputIsTerminal = InputIsTerminal,
            OutputIsTerminal = OutputIsTerminal,
            ErrorIsTerminal = ErrorIsTerminal,
        };
        var exitCode = await new ExecRun(Options, streams).RunAsync(
            _ => ValueTask.FromResult<IAppServerConnection>(Connection), Listen, CancellationToken.None);
        StandardOutput = Encoding.UTF8.GetString(output.ToArray());
        StandardError = Encoding.UTF8.GetString(error.ToArray());
        return exitCode;
    }

    private MemoryStream Listen(Action<ExecSignal> handler)
    {
        OnListen(handler);
        return new MemoryStream();
    }
}
