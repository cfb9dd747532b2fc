using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

public sealed class DurableApprovalTests
{
    [Fact]
    public async Task A_question_of_a_killed_process_is_answered_in_another_and_the_tool_runs_once()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "echo ran >> count")), Model.Says("done"));
        using (var first = new EngineProcess(asked, "untrusted"))
        {
            Assert.Equal("asked c1 ", await first.ReadAsync());
            await first.KillAsync();
        }

        var rollout = Assert.Single(asked.Engine.RolloutFiles);
        Assert.Contains("\"type\":\"approval_requested\",\"call_id\":\"c1\"", File.ReadAllText(rollout), StringComparison.Ordinal);
        using var second = new EngineProcess(asked, "untrusted", rollout);
        Assert.Equal("asked c1 ", await second.ReadAsync());
        await second.AnswerAsync("yes");
        Assert.Equal("done done", await second.ReadAsync());

        Assert.Equal("ran\n", Count(asked));
        Assert.Contains("Process exited with code 0", asked.Output("c1"), StringComparison.Ordinal);
        Assert.Single(File.ReadLines(rollout), static line => line.Contains("\"task_started\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_request_for_permissions_of_a_killed_process_is_granted_in_another()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(
            asked.RequestsOutside("c1"),
            Model.Produces(OutputItem.Exec("c2", $"touch {asked.Outside}/a")),
            Model.Says("done"));
        using (var first = new EngineProcess(asked, "on-request"))
        {
            Assert.Equal("asked c1 why", await first.ReadAsync());
            await first.KillAsync();
        }

        using var second = new EngineProcess(asked, "on-request", Assert.Single(asked.Engine.RolloutFiles));
        Assert.Equal("asked c1 why", await second.ReadAsync());
        await second.AnswerAsync("yes");
        Assert.Equal("done done", await second.ReadAsync());

        Assert.Contains(asked.Outside, asked.Output("c1"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(asked.Outside, "a")));
    }

    [Fact]
    public async Task A_question_survives_any_number_of_kills_and_a_no_is_a_no()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "echo ran >> count")), Model.Says("done"));
        string? rollout = null;
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = new EngineProcess(asked, "untrusted", rollout);
            Assert.Equal("asked c1 ", await process.ReadAsync());
            await process.KillAsync();
            rollout = Assert.Single(asked.Engine.RolloutFiles);
        }

        using var last = new EngineProcess(asked, "untrusted", rollout);
        Assert.Equal("asked c1 ", await last.ReadAsync());
        await last.AnswerAsync("no");
        Assert.Equal("done done", await last.ReadAsync());
        Assert.Null(Count(asked));
        Assert.Contains("rejected by user", asked.Output("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_processes_that_take_up_a_thread_one_acts_on_the_answer()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "echo ran >> count")), Model.Says("done"), Model.Says("done"));
        using (var first = new EngineProcess(asked, "untrusted"))
        {
            await first.ReadAsync();
            await first.KillAsync();
        }

        var rollout = Assert.Single(asked.Engine.RolloutFiles);
        using var left = new EngineProcess(asked, "untrusted", rollout);
        using var right = new EngineProcess(asked, "untrusted", rollout);
        Assert.Equal("asked c1 ", await left.ReadAsync());
        Assert.Equal("asked c1 ", await right.ReadAsync());
        await Task.WhenAll(left.AnswerAsync("yes"), right.AnswerAsync("yes"));
        string?[] ends = [await left.ReadAsync(), await right.ReadAsync()];

        Assert.Single(ends, "done done");
        Assert.Single(ends, static end => end!.StartsWith("warning Another process has answered", StringComparison.Ordinal));
        Assert.Equal("ran\n", Count(asked));
        Assert.DoesNotContain(File.ReadLines(rollout), static line => line.Contains("turn_aborted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_had_run_in_its_sandbox_is_only_run_again_without()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", $"echo ran >> count; touch {asked.Outside}/a")), Model.Says("done"));
        using (var first = new EngineProcess(asked, "on-failure"))
        {
            Assert.Equal("asked c1 command failed; retry without sandbox?", await first.ReadAsync());
            await first.KillAsync();
        }

        using var second = new EngineProcess(asked, "on-failure", Assert.Single(asked.Engine.RolloutFiles));
        Assert.Equal("asked c1 command failed; retry without sandbox?", await second.ReadAsync());
        Assert.Equal("ran\n", Count(asked));
        await second.AnswerAsync("yes");
        Assert.Equal("done done", await second.ReadAsync());
        Assert.Equal("ran\nran\n", Count(asked));
    }

    [Fact]
    public async Task An_answered_command_of_a_killed_process_is_not_run_again()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "echo ran >> count; sleep 60")), Model.Says("done"));
        using (var first = new EngineProcess(asked, "untrusted"))
        {
            await first.ReadAsync();
            await first.AnswerAsync("yes");
            while (Count(asked) is null)
                await Task.Yield();
            await first.KillAsync();
        }

        var rollout = Assert.Single(asked.Engine.RolloutFiles);
        await using var thread = await asked.Engine.Manager.ResumeAsync(rollout, asked.Options(AskForApproval.UnlessTrusted), EngineFixture.Timeout);
        await asked.RunAsync(thread);
        Assert.Empty(asked.Questions);
        Assert.Equal("ran\n", Count(asked));
        Assert.Equal("aborted", asked.Output("c1"));
    }

    [Fact]
    public async Task A_patch_waits_for_another_process_too()
    {
        await using var asked = new AskedThread(
            Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Add File: a.txt\n+hi\n*** End Patch")), Model.Says("done"));
        using (var first = new EngineProcess(asked, "untrusted"))
        {
            Assert.Equal("asked c1 ", await first.ReadAsync());
            await first.KillAsync();
        }

        await using var thread = await asked.Engine.Manager.ResumeAsync(asked.Engine.RolloutFiles[0], asked.Options(AskForApproval.UnlessTrusted), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread, message =>
        {
            if (message is ApplyPatchApprovalRequestEvent)
                _ = thread.SubmitAsync(new Op.PatchApproval("c1", new ReviewDecision.Approved()), EngineFixture.Timeout).AsTask();
        });
        Assert.Equal("hi\n", File.ReadAllText(Path.Combine(asked.Engine.Workspace, "a.txt")));
    }

    [Fact]
    public async Task Who_never_asks_leaves_the_question_and_goes_on()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "echo ran >> count")), Model.Says("done"));
        using (var first = new EngineProcess(asked, "untrusted"))
        {
            await first.ReadAsync();
            await first.KillAsync();
        }

        await using var thread = await asked.Engine.Manager.ResumeAsync(asked.Engine.RolloutFiles[0], asked.Options(AskForApproval.Never), EngineFixture.Timeout);
        await asked.RunAsync(thread);
        Assert.Equal("aborted", asked.Output("c1"));
        Assert.Null(Count(asked));
    }

    private static string? Count(AskedThread asked)
    {
        var file = Path.Combine(asked.Engine.Workspace, "count");
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }
}
