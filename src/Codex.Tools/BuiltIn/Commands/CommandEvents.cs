using System.Collections.Immutable;
using System.Globalization;
using Codex.Execution.Policy.Summaries;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Tells the thread's listeners about one command.</summary>
internal sealed class CommandEvents(IToolHost host, string callId, ImmutableArray<string> command, string workingDirectory, ExecCommandSource source)
    : ICommandEvents
{
    private readonly ImmutableArray<ParsedCommand> _summary = CommandSummary.Of(command);

    /// <inheritdoc/>
    public ValueTask StartedAsync(int? sessionId) => host.EmitAsync(
        new ExecCommandBeginEvent(callId, host.TurnId, Text(sessionId), command, workingDirectory, _summary, source), CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask PrintedAsync(OutputStream stream, ReadOnlyMemory<byte> bytes) => host.EmitAsync(
        new ExecCommandOutputDeltaEvent(callId, stream is OutputStream.StandardError ? ExecOutputStream.Stderr : ExecOutputStream.Stdout, bytes),
        CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask EndedAsync(CommandEnd end) => host.EmitAsync(
        new ExecCommandEndEvent(
            callId, host.TurnId, Text(end.SessionId), command, workingDirectory, _summary, source, end.Output, end.ExitCode, end.Duration,
            end.ExitCode is 0 ? ExecCommandStatus.Completed : ExecCommandStatus.Failed),
        CancellationToken.None);

    /// <summary>It was started, or announced, and is not let go on.</summary>
    /// <param name="sessionId">Its session; null for a command without one.</param>
    /// <param name="reason">Why.</param>
    internal ValueTask DeclinedAsync(int? sessionId, string reason) => host.EmitAsync(
        new ExecCommandEndEvent(
            callId, host.TurnId, Text(sessionId), command, workingDirectory, _summary, source, reason, ExitCode: -1, TimeSpan.Zero, ExecCommandStatus.Declined),
        CancellationToken.None);

    private static string? Text(int? sessionId) => sessionId?.ToString(CultureInfo.InvariantCulture);
}
