using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Approvals;

public sealed class GrantedPermissionTests
{
    [Fact]
    public async Task A_grant_never_reaches_farther_than_the_request()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(asked.RequestsOutside("c1"), Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, Grants(PermissionGrantScope.Turn, "/", asked.Outside + "/../else", asked.Outside + "/sub"));

        Assert.Equal($$$"""{"permissions":{"network":null,"file_system":{"write":["{{{asked.Outside}}}/sub"]}},"scope":"turn"}""", asked.Output("c1"));
    }

    [Fact]
    public async Task A_grant_for_the_network_lets_no_patch_pass_unasked()
    {
        await using var asked = new AskedThread(
            Model.Produces(OutputItem.FunctionCall("c1", "request_permissions", """{"permissions":{"network":{"enabled":true}}}""")),
            Model.Produces(OutputItem.Patch("c2", "*** Begin Patch\n*** Add File: a\n+x\n*** End Patch\n")),
            Model.Says("done"));
        await asked.RunAsync(
            AskForApproval.UnlessTrusted,
            new ReviewDecision.Granted(new PermissionGrant(new AdditionalPermissionProfile(new NetworkPermissions(true), FileSystem: null), PermissionGrantScope.Turn)));

        Assert.Equal(["RequestPermissionsEvent", "ApplyPatchApprovalRequestEvent"], asked.Questions.Select(static question => question.GetType().Name));
        Assert.Empty(Directory.GetFiles(asked.Engine.Workspace));
    }

    [Fact]
    public async Task Files_that_protect_the_project_stay_protected_under_a_grant_for_its_directory()
    {
        await using var asked = new AskedThread();
        var repository = Directory.CreateDirectory(Path.Combine(asked.Outside, ".git"));
        asked.Engine.Server.Add(
            asked.RequestsOutside("c1"),
            Model.Produces(OutputItem.Exec("c2", $"touch {asked.Outside}/a; touch {repository.FullName}/hook; true")),
            Model.Says("done"));
        await asked.RunAsync(AskForApproval.OnRequest, Grants(PermissionGrantScope.Turn, asked.Outside));

        Assert.True(File.Exists(Path.Combine(asked.Outside, "a")));
        Assert.Empty(repository.GetFiles());
    }

    [Fact]
    public async Task A_turn_that_is_interrupted_while_it_asks_grants_nothing()
    {
        await using var asked = new AskedThread();
        asked.Engine.Server.Add(asked.RequestsOutside("c1"), Model.Produces(OutputItem.Exec("c2", $"touch {asked.Outside}/a; true")), Model.Says("done"));
        await using var thread = await asked.Engine.Manager.StartAsync(asked.Options(AskForApproval.OnRequest), EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        var events = await EngineFixture.ReadTurnAsync(thread, message =>
        {
            if (message is RequestPermissionsEvent)
                _ = thread.SubmitAsync(new Protocol.Operations.Op.Interrupt(), EngineFixture.Timeout).AsTask();
        });
        Assert.IsType<TurnAbortedEvent>(events[^1]);
        await asked.RunAsync(thread);

        Assert.False(File.Exists(Path.Combine(asked.Outside, "a")));
    }

    private static ReviewDecision.Granted Grants(PermissionGrantScope scope, params string[] places) => new(new PermissionGrant(
        new AdditionalPermissionProfile(
            Network: null, new FileSystemPermissions([.. places.Select(static place => FileSystemSandboxEntry.ForPath(place, FileSystemAccessMode.Write))])),
        scope));
}
