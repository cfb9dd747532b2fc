using System.Text.Json;
using Codex.AppServer.Projection;
using Codex.AppServer.Protocol;
using Codex.Protocol.Errors;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;

namespace Codex.AppServer.Tests.Projection;

public sealed class StatusProjectionTests
{
    private readonly StatusProjection _status = new("th");

    [Fact]
    public void A_turn_is_active_until_its_end()
    {
        Assert.Equal("""{"type":"active","activeFlags":[]}""", After(Started));
        Assert.Null(After(Started));
        Assert.Equal("""{"type":"idle"}""", After(new TaskCompleteEvent("t", null, 0, 0, null)));
        Assert.Null(After(new WarningEvent("x")));
    }

    [Fact]
    public void It_is_said_for_what_a_turn_waits()
    {
        After(Started);
        Assert.Equal("""{"type":"active","activeFlags":["waitingOnApproval"]}""", After(Asked("c1")));
        Assert.Null(After(Asked("c2")));
        Assert.Equal("""{"type":"active","activeFlags":["waitingOnApproval","waitingOnUserInput"]}""", After(new RequestUserInputEvent("c3", "t", [])));
        Assert.Null(After(new ApprovalResolvedEvent("c1", "t", "approved")));
        Assert.Equal("""{"type":"active","activeFlags":["waitingOnUserInput"]}""", After(new ApprovalResolvedEvent("c2", "t", "denied")));
        Assert.Equal("""{"type":"active","activeFlags":[]}""", After(new UserInputResolvedEvent("c3", "t")));
    }

    [Fact]
    public void An_interrupted_turn_waits_for_nobody()
    {
        After(Started);
        After(Asked("c1"));
        Assert.Equal("""{"type":"idle"}""", After(new TurnAbortedEvent("t", TurnAbortReason.Interrupted, 0, 0)));
        Assert.Null(After(new ApprovalResolvedEvent("c1", "t", Decision: null)));
    }

    [Fact]
    public void A_failure_stays_until_the_next_turn()
    {
        After(Started);
        Assert.Equal("""{"type":"systemError"}""", After(new ErrorEvent("x", CodexErrorInfo.Other)));
        Assert.Null(After(new TaskCompleteEvent("t", null, 0, 0, null)));
        Assert.Equal("""{"type":"active","activeFlags":[]}""", After(Started));
    }

    private static TaskStartedEvent Started => new("t", 0, null, "default");

    private static RequestPermissionsEvent Asked(string callId) => new(callId, "t", 0, "/", Reason: null, AdditionalPermissionProfile.None);

    private string? After(EventMsg message) => _status.Project(message) is { } changed
        ? JsonSerializer.SerializeToElement(changed, AppServerJson.Default.ThreadStatusChangedNotification).GetProperty("status").GetRawText()
        : null;
}
