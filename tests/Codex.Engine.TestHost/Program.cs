using Codex.Backend.Http;
using Codex.Backend.Models;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Engine;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;

// A program around the engine that can be killed: starts a turn, or takes up a thread, tells each question on standard output
// and reads its answer from standard input.
// Arguments: server, home, workspace, approval policy, executable that brings the sandbox, rollout to take up (none for a new thread).
var (server, home, workspace, policy, executable) = (args[0], args[1], args[2], args[3], args[4]);
var environment = new HostEnvironment
{
    Variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["HOME"] = home },
    CurrentDirectory = workspace,
    TemporaryDirectory = Path.GetTempPath(),
    ExecutablePath = executable,
};
var endpoint = new ProviderEndpoint { Id = "fake", Name = "fake", BaseUrl = server, RequestRetries = new RetryPolicy(0) };
using var client = new ResponsesClient(new ResponsesClientOptions
{
    Endpoint = endpoint,
    Credentials = new ProviderCredentials(endpoint, environment, source: null),
    Identity = new ClientIdentity("test", "test/1"),
    Environment = environment,
    Time = TimeProvider.System,
    Random = new RandomIdSource(),
    CreateHandler = () => HttpHandlerFactory.Create(environment),
});
await using var manager = new ThreadManager(new EngineServices { Host = environment, CodexHome = home });
var options = new ThreadStartOptions
{
    ModelClient = client,
    Model = ModelCatalog.Bundled().Resolve("gpt-5.5"),
    WorkingDirectory = workspace,
    ModelProviderId = "fake",
    StreamMaxRetries = 0,
    ApprovalPolicy = AskForApproval.Find(policy)!,
    Tools = new BuiltInToolOptions { RequestsPermissions = true },
    PermissionProfile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, true, true).WithWorkspaceRoots([workspace]),
};
await using var thread = args.Length > 5
    ? await manager.ResumeAsync(args[5], options, CancellationToken.None)
    : await manager.StartAsync(options, CancellationToken.None);
if (args.Length == 5)
    await thread.SubmitAsync(new Op.UserInput([new TextInput("go")]), CancellationToken.None);
await foreach (var happened in thread.ReadEventsAsync(CancellationToken.None))
{
    switch (happened.Message)
    {
        case ExecApprovalRequestEvent asked: await AnswerAsync(asked.CallId, asked.Reason, decision => new Op.ExecApproval(asked.CallId, decision)); break;
        case ApplyPatchApprovalRequestEvent asked: await AnswerAsync(asked.CallId, asked.Reason, decision => new Op.PatchApproval(asked.CallId, decision)); break;
        case RequestPermissionsEvent asked:
            await AnswerAsync(asked.CallId, asked.Reason, decision => new Op.PermissionsAnswer(
                asked.CallId, decision is ReviewDecision.Approved ? new PermissionGrant(asked.Permissions, PermissionGrantScope.Turn) : PermissionGrant.None));
            break;
        case WarningEvent warning: Console.WriteLine($"warning {warning.Message}"); break;
        case TaskCompleteEvent complete: Console.WriteLine($"done {complete.LastAgentMessage}"); return;
        case TurnAbortedEvent: Console.WriteLine("aborted"); return;
    }
}

async Task AnswerAsync(string callId, string? reason, Func<ReviewDecision, Op> answer)
{
    Console.WriteLine($"asked {callId} {reason}");
    ReviewDecision decision = Console.ReadLine() == "yes" ? new ReviewDecision.Approved() : new ReviewDecision.Denied();
    await thread.SubmitAsync(answer(decision), CancellationToken.None);
}
