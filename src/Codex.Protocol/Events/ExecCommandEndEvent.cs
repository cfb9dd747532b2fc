using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>A command ended.</summary>
public sealed record ExecCommandEndEvent(
    string CallId,
    string TurnId,
    string? ProcessId,
    ImmutableArray<string> Command,
    string WorkingDirectory,
    ImmutableArray<ParsedCommand> ParsedCommand,
    ExecCommandSource Source,
    string AggregatedOutput,
    int ExitCode,
    TimeSpan Duration,
    ExecCommandStatus Status) : EventMsg;
