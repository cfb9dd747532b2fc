using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

public sealed class PatchApprovalTests
{
    private static readonly ReviewDecision s_yes = new ReviewDecision.Approved();

    [Fact]
    public async Task A_patch_outside_of_the_workspace_is_written_with_a_yes()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(Add("c1", $"{asked.Outside}/a.txt")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, s_yes);

        var question = Assert.IsType<ApplyPatchApprovalRequestEvent>(Assert.Single(asked.Questions));
        Assert.Equal(("c1", null), (question.CallId, question.Reason));
        Assert.Equal([$"{asked.Outside}/a.txt"], question.Changes.Keys);
        Assert.Equal("hi\n", File.ReadAllText(Path.Combine(asked.Outside, "a.txt")));
    }

    [Fact]
    public async Task A_yes_holds_for_protected_files_too()
    {
        await using var asked = new AskedThread(Model.Produces(Add("c1", ".git/hooks/x")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, s_yes);

        Assert.True(File.Exists(Path.Combine(asked.Engine.Workspace, ".git", "hooks", "x")));
    }

    [Fact]
    public async Task A_no_declines_the_patch()
    {
        await using var asked = new AskedThread(Model.Produces(Add("c1", "a.txt")), Model.Says("done"));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.Denied());

        Assert.Equal("patch rejected by user", asked.Output("c1"));
        var item = Assert.IsType<FileChangeTurnItem>(events.OfType<ItemCompletedEvent>().Last(static e => e.Item is FileChangeTurnItem).Item);
        Assert.Equal(PatchApplyStatus.Declined, item.Status);
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Fact]
    public async Task Abort_ends_the_turn_and_nothing_is_written()
    {
        await using var asked = new AskedThread(Model.Produces(Add("c1", "a.txt")));
        var events = await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.Abort());

        Assert.IsType<TurnAbortedEvent>(events[^1]);
        Assert.DoesNotContain(events, static message => message is ItemCompletedEvent { Item: FileChangeTurnItem });
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Fact]
    public async Task An_approval_for_the_session_covers_the_files_of_the_patch()
    {
        await using var asked = new AskedThread(
            Model.Produces(Add("c1", "a.txt")), Model.Produces(Add("c2", "a.txt")), Model.Produces(Add("c3", "b.txt")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.UnlessTrusted, new ReviewDecision.ApprovedForSession());

        Assert.Equal(["c1", "c3"], asked.Questions.Cast<ApplyPatchApprovalRequestEvent>().Select(static question => question.CallId));
        Assert.Single(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Fact]
    public async Task On_failure_a_patch_outside_is_asked_about_before_anything_is_written()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(Model.Produces(Add("c1", $"{asked.Outside}/a.txt")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnFailure, new ReviewDecision.Denied());

        Assert.Single(asked.Questions);
        Assert.Empty(Directory.GetFiles(asked.Outside));
    }

    [Fact]
    public async Task A_link_that_leads_out_is_named_in_the_question()
    {
        await using var asked = new AskedThread();
        var target = Path.Combine(asked.Outside, "f.txt");
        File.WriteAllText(target, "a\n");
        File.CreateSymbolicLink(Path.Combine(asked.Engine.Workspace, "link"), target);
        asked.Engine.Server.Add(
            Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Update File: link\n@@\n-a\n+b\n*** End Patch")), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, s_yes);

        Assert.Equal($"A link leads the patch to {target}.", Assert.IsType<ApplyPatchApprovalRequestEvent>(Assert.Single(asked.Questions)).Reason);
        Assert.Equal("b\n", File.ReadAllText(target));
    }

    [Fact]
    public async Task A_link_that_is_turned_while_the_question_waits_leads_nowhere_new()
    {
        await using var asked = new AskedThread();
        var (first, second) = (Path.Combine(asked.Outside, "1"), Path.Combine(asked.Outside, "2"));
        File.WriteAllText(first, "a\n");
        File.WriteAllText(second, "a\n");
        var link = Path.Combine(asked.Engine.Workspace, "link");
        File.CreateSymbolicLink(link, first);
        asked.Engine.Server.Add(
            Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Update File: link\n@@\n-a\n+b\n*** End Patch")), Model.Says("done"));
        await using var thread = await asked.Engine.Manager.StartAsync(asked.Options(AskForApproval.OnRequest), EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread, message =>
        {
            if (message is not ApplyPatchApprovalRequestEvent)
                return;
            File.Delete(link);
            File.CreateSymbolicLink(link, second);
            _ = thread.SubmitAsync(new Codex.Protocol.Operations.Op.PatchApproval("c1", s_yes), EngineFixture.Timeout).AsTask();
        });

        Assert.Equal("a\n", File.ReadAllText(second));
        Assert.StartsWith("Exit code: 1", asked.Output("c1"), StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Add(string callId, string file) =>
        OutputItem.Patch(callId, $"*** Begin Patch\n*** Add File: {file}\n+hi\n*** End Patch");
}
