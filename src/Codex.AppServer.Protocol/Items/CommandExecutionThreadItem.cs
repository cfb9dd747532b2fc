using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>A command.</summary>
/// <param name="Id">The call id.</param>
/// <param name="Command">Its words, shell-quoted.</param>
/// <param name="Cwd">Working directory.</param>
/// <param name="ProcessId">The session id that the model knows, when the command may go on.</param>
/// <param name="Source">One of <see cref="CommandExecutionSource"/>.</param>
/// <param name="Status">One of <see cref="ItemStatus"/>.</param>
/// <param name="CommandActions">What the command does, for display.</param>
/// <param name="AggregatedOutput">Everything it printed; null while running and when it printed nothing.</param>
/// <param name="ExitCode">Null while running.</param>
/// <param name="DurationMs">Null while running.</param>
public sealed record CommandExecutionThreadItem(
    string Id,
    string Command,
    string Cwd,
    string? ProcessId,
    string Source,
    string Status,
    ImmutableArray<CommandAction> CommandActions,
    string? AggregatedOutput,
    int? ExitCode,
    long? DurationMs) : ThreadItem(Id);
