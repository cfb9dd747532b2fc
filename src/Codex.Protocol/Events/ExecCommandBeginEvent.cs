using System.Collections.Immutable;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>A command starts.</summary>
public sealed record ExecCommandBeginEvent(
    string CallId,
    string TurnId,
    string? ProcessId,
    ImmutableArray<string> Command,
    string WorkingDirectory,
    ImmutableArray<ParsedCommand> ParsedCommand,
    ExecCommandSource Source) : EventMsg;
