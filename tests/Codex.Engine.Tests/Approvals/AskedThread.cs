using System.Text.Json.Nodes;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

/// <summary>An engine in a workspace sandbox whose questions are answered one after the other from a list.</summary>
internal sealed class AskedThread : IAsyncDisposable
{
    private readonly CommandRulesStore _rules;

    public AskedThread(params IEnumerable<Reply> script)
    {
        // The sandbox needs the bubblewrap that comes with the real binary.
        Engine = new EngineFixture(script) { Executable = Oracle.RequireAsync(Assert.Skip).GetAwaiter().GetResult() };
        Outside = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Engine.Workspace)!, "outside")).FullName;
        _rules = new CommandRulesStore(CommandRules.Empty, RulesFile);
    }

    public EngineFixture Engine { get; }

    /// <summary>A directory beside the workspace.</summary>
    public string Outside { get; }

    public string RulesFile => Path.Combine(Engine.Home, "rules", "default.rules");

    /// <summary>The questions so far.</summary>
    public List<EventMsg> Questions { get; } = [];

    public ThreadStartOptions Options(AskForApproval policy) => Engine.Options() with
    {
        ApprovalPolicy = policy,
        PermissionProfile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, true, true).WithWorkspaceRoots([Engine.Workspace]),
        Tools = new BuiltInToolOptions { Rules = _rules, RequestsPermissions = true },
        AutoReview = Review,
    };

    /// <summary>Who answers in the place of the user.</summary>
    public AutoReviewOptions Review { get; init; } = new();

    /// <summary>The model asks to write in <see cref="Outside"/>.</summary>
    public Reply RequestsOutside(string callId) => Model.Produces(OutputItem.FunctionCall(callId, "request_permissions", OutputItem.Json(
        ("permissions", OutputItem.Json(("file_system", OutputItem.Json(("write", new JsonArray(Outside)))))), ("reason", "why"))));

    /// <summary>Runs one turn; answers beyond the list are no.</summary>
    public async Task<IReadOnlyList<EventMsg>> RunAsync(AskForApproval policy, params ReviewDecision[] answers)
    {
        await using var thread = await Engine.Manager.StartAsync(Options(policy), EngineFixture.Timeout);
        return await RunAsync(thread, answers);
    }

    public async Task<IReadOnlyList<EventMsg>> RunAsync(CodexThread thread, params ReviewDecision[] answers)
    {
        var left = new Queue<ReviewDecision>(answers);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        return await EngineFixture.ReadTurnAsync(thread, message => Answer(thread, message, left));
    }

    /// <summary>What the model was told about a call.</summary>
    public string Output(string callId) => Engine.Server.Requests[^1].Json().GetProperty("input").EnumerateArray()
        .Single(item => item.GetProperty("type").GetString()!.EndsWith("_output", StringComparison.Ordinal) && item.GetProperty("call_id").GetString() == callId)
        .GetProperty("output").GetString()!;

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _rules.Dispose();
    }

    private void Answer(CodexThread thread, EventMsg message, Queue<ReviewDecision> answers)
    {
        Op? answer = message switch
        {
            ExecApprovalRequestEvent asked => new Op.ExecApproval(asked.CallId, Next(answers)),
            ApplyPatchApprovalRequestEvent asked => new Op.PatchApproval(asked.CallId, Next(answers)),
            RequestPermissionsEvent asked => new Op.PermissionsAnswer(asked.CallId, (Next(answers) as ReviewDecision.Granted)?.Grant ?? PermissionGrant.None),
            _ => null,
        };
        if (answer is null)
            return;
        Questions.Add(message);
        _ = thread.SubmitAsync(answer, EngineFixture.Timeout).AsTask();
    }

    private static ReviewDecision Next(Queue<ReviewDecision> answers) => answers.TryDequeue(out var answer) ? answer : new ReviewDecision.Denied();
}
