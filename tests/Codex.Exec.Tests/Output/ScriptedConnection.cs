using System.Runtime.CompilerServices;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Permissions;

namespace Codex.Exec.Tests.Output;

/// <summary>A server that says what a test tells it to say.</summary>
internal sealed class ScriptedConnection : IAppServerConnection
{
    private readonly TaskCompletionSource _interrupted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServerMessage[] Messages { get; set; } = [];

    public ServerMessage[] MessagesAfterInterrupt { get; set; } = [];

    public List<object> Requests { get; } = [];

    public List<ServerRequestAnswer> Answers { get; } = [];

    public JsonRpcError? Refusal { get; set; }

    public string? FoundThread { get; set; }

    public Task<TResult> RequestAsync<TParams, TResult>(
        AppServerMethod<TParams, TResult> method, TParams parameters, CancellationToken cancellationToken)
        where TParams : class
        where TResult : class
    {
        Requests.Add(parameters);
        if (Refusal is { } refusal)
            return Task.FromException<TResult>(new JsonRpcException(refusal));
        return Task.FromResult((TResult)Answer(parameters));
    }

    public async IAsyncEnumerable<ServerMessage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var message in Messages)
            yield return message;
        await _interrupted.Task.WaitAsync(cancellationToken);
        foreach (var message in MessagesAfterInterrupt)
            yield return message;
    }

    public ValueTask AnswerAsync(ServerRequestAnswer answer, CancellationToken cancellationToken)
    {
        Answers.Add(answer);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private object Answer(object parameters)
    {
        switch (parameters)
        {
            case ThreadStartParams: return Loaded(new ThreadStartResultSource());
            case ThreadResumeParams: return LoadedAgain();
            case ThreadFindParams: return new ThreadFindResult(FoundThread);
            case TurnStartParams:
                return new TurnStartResult(new Turn { Id = ExecRunHarness.TurnId, Status = TurnStatus.InProgress });
            case TurnInterruptParams:
                _interrupted.TrySetResult();
                return new TurnInterruptResult();
            default: throw new InvalidOperationException($"unexpected {parameters.GetType()}");
        }
    }

    private static ThreadStartResult Loaded(ThreadStartResultSource source) => new()
    {
        Thread = source.Thread,
        Model = "gpt-5.5",
        ModelProvider = "fake",
        Cwd = "/w",
        ApprovalPolicy = AskForApproval.Never,
        Sandbox = new SandboxPolicy.ReadOnly(),
    };

    private static ThreadResumeResult LoadedAgain() => new()
    {
        Thread = new ThreadStartResultSource().Thread,
        Model = "gpt-5.5",
        ModelProvider = "fake",
        Cwd = "/w",
        ApprovalPolicy = AskForApproval.Never,
        Sandbox = new SandboxPolicy.ReadOnly(),
    };
}
