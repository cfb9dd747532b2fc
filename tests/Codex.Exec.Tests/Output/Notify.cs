using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Items;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;

namespace Codex.Exec.Tests.Output;

/// <summary>Short forms of the notifications of the test turn.</summary>
internal static class Notify
{
    public static ServerNotification TurnStarted { get; } =
        new TurnStartedNotification(ExecRunHarness.ThreadId, Turn(TurnStatus.InProgress));

    public static ServerNotification Completed { get; } = Ended(TurnStatus.Completed);

    public static ServerNotification Ended(string status, TurnError? error = null) =>
        new TurnCompletedNotification(ExecRunHarness.ThreadId, Turn(status) with { Error = error });

    public static ServerNotification Started(ThreadItem item) =>
        new ItemStartedNotification(item, ExecRunHarness.ThreadId, ExecRunHarness.TurnId, 0);

    public static ServerNotification Done(ThreadItem item) =>
        new ItemCompletedNotification(item, ExecRunHarness.ThreadId, ExecRunHarness.TurnId, 0);

    public static ServerNotification Message(string text) => Done(new AgentMessageThreadItem("m1", text, null));

    public static ServerNotification Error(string message, string? details = null, bool willRetry = false) =>
        new ErrorNotification(new TurnError(message, null, details), willRetry, ExecRunHarness.ThreadId, ExecRunHarness.TurnId);

    public static ServerNotification Usage(long input, long cached, long output) => new ThreadTokenUsageUpdatedNotification(
        ExecRunHarness.ThreadId,
        ExecRunHarness.TurnId,
        new ThreadTokenUsage(new(input + output, input, cached, output, 0), new(0, 0, 0, 0, 0), null));

    public static ServerNotification Plan(string? explanation, params TurnPlanStep[] steps) =>
        new TurnPlanUpdatedNotification(ExecRunHarness.ThreadId, ExecRunHarness.TurnId, explanation, [.. steps]);

    public static CommandExecutionThreadItem Command(string status, string? output, int? exitCode) => new(
        "call_1", "/bin/bash -lc 'echo hi'", "/w", null, CommandExecutionSource.UnifiedExecStartup, status, [], output, exitCode, exitCode is null ? null : 12);

    private static Turn Turn(string status) => new() { Id = ExecRunHarness.TurnId, Status = status };
}
