using System.Text.Json;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Turns;
using Codex.Protocol.Errors;

namespace Codex.AppServer.Tests.Wire;

public sealed class NotificationWireTests
{
    [Fact]
    public void An_item_is_tagged_in_camel_case_and_writes_its_nulls()
    {
        var notification = new ItemStartedNotification(
            new CommandExecutionThreadItem("c1", "ls", "/w", null, CommandExecutionSource.Agent, ItemStatus.InProgress, [new CommandAction.Unknown("ls")], null, null, null),
            "thread",
            "turn",
            5);

        Assert.Equal(
            """{"item":{"type":"commandExecution","id":"c1","command":"ls","cwd":"/w","processId":null,"source":"agent","status":"inProgress","commandActions":[{"type":"unknown","command":"ls"}],"aggregatedOutput":null,"exitCode":null,"durationMs":null},"threadId":"thread","turnId":"turn","startedAtMs":5}""",
            JsonSerializer.Serialize(notification, AppServerJson.Default.ItemStartedNotification));
    }

    [Theory]
    [InlineData(CodexErrorKind.UsageLimitExceeded, null, "\"usageLimitExceeded\"")]
    [InlineData(CodexErrorKind.ResponseStreamDisconnected, 502, """{"responseStreamDisconnected":{"httpStatusCode":502}}""")]
    [InlineData(CodexErrorKind.HttpConnectionFailed, null, """{"httpConnectionFailed":{"httpStatusCode":null}}""")]
    public void Error_kinds_have_their_wire_form_and_are_read_back(CodexErrorKind kind, int? status, string expected)
    {
        var notification = new ErrorNotification(new TurnError("m", new CodexErrorInfo(kind, status), null), true, "thread", "turn");

        var json = JsonSerializer.Serialize(notification, AppServerJson.Default.ErrorNotification);

        Assert.Contains($"\"codexErrorInfo\":{expected}", json, StringComparison.Ordinal);
        Assert.Equal(notification, JsonSerializer.Deserialize(json, AppServerJson.Default.ErrorNotification));
    }
}
