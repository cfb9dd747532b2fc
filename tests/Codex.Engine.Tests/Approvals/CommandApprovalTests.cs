using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

public sealed class CommandApprovalTests
{
    private static readonly ReviewDecision s_yes = new ReviewDecision.Approved();
    private static readonly ReviewDecision s_no = new ReviewDecision.Denied();

    [Fact]
    public async Task An_untrusted_command_waits_for_a_yes_and_runs()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "touch a.txt")), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, s_yes);

        var question = Assert.IsType<ExecApprovalRequestEvent>(Assert.Single(asked.Questions));
        Assert.Equal(("c1", null), (question.CallId, question.Reason));
        Assert.Equal(["touch", "a.txt"], question.ProposedPrefix!.Value);
        Assert.Equal(["approved", "approved_with_amendment", "abort"], question.AvailableDecisions.Select(static decision => decision.Word));
        Assert.True(File.Exists(Path.Combine(asked.Engine.Workspace, "a.txt")));
        Assert.Equal("approved", Assert.Single(events.OfType<ApprovalResolvedEvent>()).Decision);
    }

    [Fact]
    public async Task A_no_is_told_to_the_model_and_the_turn_goes_on()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "touch a.txt")), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, s_no);

        Assert.Equal("exec_command failed for `/bin/bash -lc 'touch a.txt'`: CreateProcess { message: \"Rejected(\\\"rejected by user\\\")\" }", asked.Output("c1"));
        Assert.Equal("done", Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
        Assert.DoesNotContain(events, static message => message is ExecCommandBeginEvent);
    }

    [Fact]
    public async Task Abort_ends_the_turn()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "touch a.txt")));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.Abort());

        Assert.Equal(TurnAbortReason.Interrupted, Assert.IsType<TurnAbortedEvent>(events[^1]).Reason);
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Theory]
    [InlineData("on-request", "require_escalated")]
    [InlineData("on-failure", "use_default")]
    public async Task What_agents_are_kept_from_stays_hidden_from_an_approved_command(string policy, string permissions)
    {
        await using var asked = new AskedThread();
        File.WriteAllText(Path.Combine(asked.Engine.Workspace, ".agentsignore"), "*.pem\n");
        File.WriteAllText(Path.Combine(asked.Engine.Workspace, "key.pem"), "sk-canary");
        var command = $"touch {asked.Outside}/a && cat /proc/sys/kernel/ostype key.pem";
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", command, ("sandbox_permissions", permissions))), Model.Says("done"));
        await asked.RunAsync(AskForApproval.Find(policy)!, s_yes);

        Assert.True(File.Exists(Path.Combine(asked.Outside, "a")));
        Assert.Contains("Linux", asked.Output("c1"), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-canary", asked.Output("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_for_the_session_covers_the_same_command_and_no_other()
    {
        await using var asked = new AskedThread(
            Model.Produces(OutputItem.Exec("c1", "touch a.txt")),
            Model.Produces(OutputItem.Exec("c2", "touch a.txt"), OutputItem.Exec("c3", "touch a.txt", ("shell", "/bin/sh"))),
            Model.Produces(OutputItem.Exec("c4", "touch a.txt", ("tty", true))),
            Model.Produces(OutputItem.Exec("c5", "touch a.txt", ("workdir", "/"))),
            Model.Says("done"));
        await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.ApprovedForSession());

        Assert.Equal(["c1", "c4", "c5"], asked.Questions.Cast<ExecApprovalRequestEvent>().Select(static question => question.CallId));
    }

    [Fact]
    public async Task A_rule_that_comes_with_the_yes_is_saved_told_and_holds()
    {
        await using var asked = new AskedThread(
            Model.Produces(OutputItem.Exec("c1", "touch a.txt")), Model.Produces(OutputItem.Exec("c2", "touch b.txt")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.ApprovedWithRule(["touch"]));

        Assert.Single(asked.Questions);
        Assert.Equal("prefix_rule(pattern=[\"touch\"], decision=\"allow\")\n", File.ReadAllText(asked.RulesFile));
        var input = asked.Engine.Server.Requests[1].Json().GetProperty("input").EnumerateArray().Last();
        Assert.Equal("developer", input.GetProperty("role").GetString());
        Assert.Equal("Approved command prefix saved:\n- [\"touch\"]", input.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.True(File.Exists(Path.Combine(asked.Engine.Workspace, "b.txt")));
    }

    [Fact]
    public async Task A_rule_that_cannot_be_saved_is_a_warning_and_the_command_runs()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "touch a.txt")), Model.Says("done"));
        Directory.CreateDirectory(asked.RulesFile);
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.ApprovedWithRule(["touch"]));

        Assert.StartsWith("Failed to apply execpolicy amendment: ", Assert.Single(events.OfType<WarningEvent>()).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(asked.Engine.Workspace, "a.txt")));
    }

    [Fact]
    public async Task An_escalation_shows_the_models_words_and_leaves_the_sandbox_only_with_a_yes()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(
            Model.Produces(
                Escalated("c1", $"touch {asked.Outside}/yes"), Escalated("c2", $"touch {asked.Outside}/no")),
            Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, s_yes, s_no);

        Assert.All(asked.Questions.Cast<ExecApprovalRequestEvent>(), static question => Assert.Equal("May I?", question.Reason));
        Assert.Single(Directory.GetFiles(asked.Outside));
    }

    [Theory]
    [InlineData("exec_command", "cmd")]
    [InlineData("shell_command", "command")]
    public async Task What_the_sandbox_stops_is_asked_about_and_runs_again_without(string tool, string argument)
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(
            Model.Produces(OutputItem.FunctionCall("c1", tool, OutputItem.Json((argument, $"echo x >> count; touch {asked.Outside}/a")))), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.OnFailure, s_yes);

        Assert.Equal("command failed; retry without sandbox?", Assert.IsType<ExecApprovalRequestEvent>(Assert.Single(asked.Questions)).Reason);
        Assert.True(File.Exists(Path.Combine(asked.Outside, "a")));
        Assert.Equal("x\nx\n", File.ReadAllText(Path.Combine(asked.Engine.Workspace, "count")));
        Assert.Equal(0, Assert.Single(events.OfType<ExecCommandEndEvent>()).ExitCode);
        Assert.Single(events.OfType<ExecCommandBeginEvent>());
    }

    [Fact]
    public async Task A_slow_denial_is_one_command_from_its_start_to_the_end_of_the_second_run()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", $"sleep 0.4; touch {asked.Outside}/a; echo $?")), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.OnFailure, s_yes);

        // The last command of the script succeeds, so nothing was denied.
        Assert.Empty(asked.Questions);
        Assert.Single(events.OfType<ExecCommandEndEvent>());
    }

    [Fact]
    public async Task A_slow_denial_that_is_not_retried_ends_as_declined()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", $"sleep 0.4; touch {asked.Outside}/a")), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.OnFailure, s_no);

        Assert.Single(asked.Questions);
        Assert.Single(events.OfType<ExecCommandBeginEvent>());
        Assert.Equal(ExecCommandStatus.Declined, Assert.Single(events.OfType<ExecCommandEndEvent>()).Status);
        Assert.Contains("rejected by user", asked.Output("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_request_a_denial_goes_to_the_model()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", $"touch {asked.Outside}/a")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest);

        Assert.Empty(asked.Questions);
        Assert.Contains("Read-only file system", asked.Output("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_was_approved_is_not_asked_about_twice()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(OutputItem.Exec("c1", $"touch {asked.Outside}/a")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.UnlessTrusted, s_yes);

        Assert.Single(asked.Questions);
        Assert.True(File.Exists(Path.Combine(asked.Outside, "a")));
    }

    [Fact]
    public async Task Denied_reads_keep_an_approved_command_in_its_sandbox()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(Escalated("c1", $"touch {asked.Outside}/a")), Model.Says("done"));
        var options = asked.Options(AskForApproval.OnRequest);
        var secret = Directory.CreateDirectory(Path.Combine(asked.Engine.Home, "secret")).FullName;
        var profile = (PermissionProfile.Managed)options.PermissionProfile;
        var files = (ManagedFileSystemPermissions.Restricted)profile.FileSystem;
        options = options with
        {
            PermissionProfile = profile with
            {
                FileSystem = files with { Entries = [.. files.Entries, new(new FileSystemPath.Absolute(secret), FileSystemAccessMode.Deny)] },
            },
        };
        await using var thread = await asked.Engine.Manager.StartAsync(options, EngineFixture.Timeout);
        await asked.RunAsync(thread, s_yes);

        Assert.Empty(Directory.GetFiles(asked.Outside));
    }

    [Fact]
    public async Task A_declined_command_of_the_shell_tool_has_its_end()
    {
        await using var asked = new AskedThread(
            Model.Produces(OutputItem.FunctionCall("c1", "shell_command", OutputItem.Json(("command", "touch a.txt")))), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, s_no);

        Assert.Equal("exec command rejected by user", asked.Output("c1"));
        var end = Assert.Single(events.OfType<ExecCommandEndEvent>());
        Assert.Equal((ExecCommandStatus.Declined, -1, "exec command rejected by user"), (end.Status, end.ExitCode, end.AggregatedOutput));
    }

    [Fact]
    public async Task An_interrupt_withdraws_the_question_and_a_late_answer_does_nothing()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "touch a.txt")));
        await using var thread = await asked.Engine.Manager.StartAsync(asked.Options(AskForApproval.UnlessTrusted), EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await foreach (var happened in thread.ReadEventsAsync(EngineFixture.Timeout))
        {
            if (happened.Message is ExecApprovalRequestEvent)
                await thread.SubmitAsync(new Codex.Protocol.Operations.Op.Interrupt(), EngineFixture.Timeout);
            if (happened.Message is not ApprovalResolvedEvent resolved)
                continue;
            Assert.Null(resolved.Decision);
            break;
        }

        Assert.Equal("", await thread.SubmitAsync(new Codex.Protocol.Operations.Op.ExecApproval("c1", s_yes), EngineFixture.Timeout));
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Fact]
    public async Task Additional_permissions_hold_for_the_one_command_and_keep_it_in_its_sandbox()
    {
        await using var asked = new AskedThread();
        var elsewhere = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(asked.Outside)!, "elsewhere")).FullName;
        var permissions = System.Text.Json.Nodes.JsonNode.Parse($$$"""{"file_system":{"write":["{{{asked.Outside}}}"]}}""");
        asked.Engine.Server.Add(
            Model.Produces(OutputItem.Exec(
                "c1", $"touch {asked.Outside}/a {elsewhere}/a", ("sandbox_permissions", "with_additional_permissions"), ("additional_permissions", permissions))),
            Model.Produces(OutputItem.Exec("c2", $"touch {asked.Outside}/b")),
            Model.Says("done"));
        var options = asked.Options(AskForApproval.OnRequest);
        await using var thread = await asked.Engine.Manager.StartAsync(
            options with { Tools = options.Tools with { OffersAdditionalPermissions = true } }, EngineFixture.Timeout);
        await asked.RunAsync(thread, s_yes);

        Assert.NotNull(Assert.IsType<ExecApprovalRequestEvent>(Assert.Single(asked.Questions)).AdditionalPermissions);
        Assert.Equal("a", Path.GetFileName(Assert.Single(Directory.GetFiles(asked.Outside))));
        Assert.Empty(Directory.GetFiles(elsewhere));
    }

    [Fact]
    public async Task A_generalised_rule_is_shown_with_its_line_and_its_reach()
    {
        await using var asked = new AskedThread(Model.Produces(OutputItem.Exec("c1", "cd sub && CI=1 cargo test --lib")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.UnlessTrusted, s_no);

        var suggestion = Assert.IsType<ExecApprovalRequestEvent>(Assert.Single(asked.Questions)).Suggestion!;
        Assert.Equal("prefix_rule(pattern=[\"cargo\", \"test\"], decision=\"allow\")", suggestion.Line);
        Assert.NotEmpty(suggestion.Explanation);
    }

    private static System.Text.Json.Nodes.JsonObject Escalated(string callId, string command) =>
        OutputItem.Exec(callId, command, ("sandbox_permissions", "require_escalated"), ("justification", "May I?"));
}
