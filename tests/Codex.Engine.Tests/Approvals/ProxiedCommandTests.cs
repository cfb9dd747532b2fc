using Codex.Execution.Network;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

/// <summary>Commands whose network leads through the proxy, and what the user says about hosts.</summary>
public sealed class ProxiedCommandTests
{
    private const string Ask =
        "exec 3<>/dev/tcp/127.0.0.1/${HTTP_PROXY##*:}; printf 'GET http://192.88.99.1/ HTTP/1.1\\r\\n\\r\\n' >&3; head -n 1 <&3; sleep 30";

    [Theory]
    [InlineData(true, "exec_command")]
    [InlineData(false, "shell_command")]
    public async Task A_command_ends_when_the_user_refuses_the_host_that_it_wants(bool session, string tool)
    {
        await using var engine = Start(session ? OutputItem.Exec("c1", Ask) : OutputItem.FunctionCall("c1", tool, OutputItem.Json(("command", Ask))));
        await using var thread = await engine.Manager.StartAsync(Options(engine, session), EngineFixture.Timeout);
        var asked = await RunAsync(thread, new ReviewDecision.Denied());

        Assert.Equal("192.88.99.1 is not in the allowed_domains", asked?.Reason);
        Assert.Contains("rejected by user", engine.Server.Requests[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_policy_never_the_host_is_blocked_and_the_command_goes_on()
    {
        await using var engine = Start(OutputItem.Exec("c1", Ask.Replace("sleep 30", "echo on", StringComparison.Ordinal)));
        await using var thread = await engine.Manager.StartAsync(Options(engine, true) with { ApprovalPolicy = AskForApproval.Never }, EngineFixture.Timeout);

        Assert.Null(await RunAsync(thread, new ReviewDecision.Approved()));
        Assert.Contains("HTTP/1.1 403 Forbidden\\r\\non\\n", engine.Server.Requests[^1].Text, StringComparison.Ordinal);
    }

    private static EngineFixture Start(System.Text.Json.Nodes.JsonObject call)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/unshare") && File.Exists("/usr/bin/setpriv"), "needs the tools of util-linux");
        var engine = new EngineFixture([Model.Produces(call), Model.Says("ok")]) { Executable = OurCodex.Executable };
        engine.Variables["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", ".."));
        return engine;
    }

    private static ThreadStartOptions Options(EngineFixture engine, bool session) => engine.Options() with
    {
        ApprovalPolicy = AskForApproval.OnRequest,
        PermissionProfile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Enabled, true, true).WithWorkspaceRoots([engine.Workspace]),
        Tools = new BuiltInToolOptions { Network = new NetworkProxyOptions { UsesUpstreamProxy = false }, UnifiedExec = session },
    };

    private static async Task<ExecApprovalRequestEvent?> RunAsync(CodexThread thread, ReviewDecision answer)
    {
        ExecApprovalRequestEvent? asked = null;
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread, message =>
        {
            if (message is not ExecApprovalRequestEvent request)
                return;
            asked = request;
            _ = thread.SubmitAsync(new Op.ExecApproval(request.CallId, answer), EngineFixture.Timeout).AsTask();
        });
        return asked;
    }
}
