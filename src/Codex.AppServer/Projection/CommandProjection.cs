using System.Collections.Immutable;
using Codex.AppServer.Protocol.Items;
using Codex.Formats.Bash;
using Codex.Protocol.Events;
using Codex.Protocol.Turns;

namespace Codex.AppServer.Projection;

/// <summary>What the engine's commands are to clients. Writing to a session is no command of its own.</summary>
internal static class CommandProjection
{
    public static CommandExecutionThreadItem? Map(ExecCommandBeginEvent begin, string workingDirectory) =>
        begin.Source == ExecCommandSource.UnifiedExecInteraction ? null : new(
            begin.CallId,
            ShellQuoting.Join(begin.Command),
            begin.WorkingDirectory,
            begin.ProcessId,
            Map(begin.Source),
            ItemStatus.InProgress,
            Actions(begin.ParsedCommand, workingDirectory),
            AggregatedOutput: null,
            ExitCode: null,
            DurationMs: null);

    public static CommandExecutionThreadItem? Map(ExecCommandEndEvent end, string workingDirectory) =>
        end.Source == ExecCommandSource.UnifiedExecInteraction ? null : new(
            end.CallId,
            ShellQuoting.Join(end.Command),
            end.WorkingDirectory,
            end.ProcessId,
            Map(end.Source),
            Map(end.Status),
            Actions(end.ParsedCommand, workingDirectory),
            end.AggregatedOutput.Length == 0 ? null : end.AggregatedOutput,
            end.ExitCode,
            (long)end.Duration.TotalMilliseconds);

    /// <summary>What commands do, for display.</summary>
    public static ImmutableArray<CommandAction> Actions(ImmutableArray<ParsedCommand> commands, string workingDirectory) =>
        [.. commands.Select(command => Map(command, workingDirectory))];

    private static CommandAction Map(ParsedCommand command, string workingDirectory) => command switch
    {
        ParsedCommand.Read c => new CommandAction.Read(c.Command, c.Name, Path.TrimEndingDirectorySeparator(Path.GetFullPath(c.Path, workingDirectory))),
        ParsedCommand.ListFiles c => new CommandAction.ListFiles(c.Command, c.Path),
        ParsedCommand.Search c => new CommandAction.Search(c.Command, c.Query, c.Path),
        _ => new CommandAction.Unknown(command.Command),
    };

    private static string Map(ExecCommandSource source) => source switch
    {
        ExecCommandSource.Agent => CommandExecutionSource.Agent,
        ExecCommandSource.UserShell => CommandExecutionSource.UserShell,
        ExecCommandSource.UnifiedExecStartup => CommandExecutionSource.UnifiedExecStartup,
        _ => CommandExecutionSource.UnifiedExecInteraction,
    };

    private static string Map(ExecCommandStatus status) => status switch
    {
        ExecCommandStatus.Completed => ItemStatus.Completed,
        ExecCommandStatus.Failed => ItemStatus.Failed,
        ExecCommandStatus.Declined => ItemStatus.Declined,
        _ => ItemStatus.InProgress,
    };
}
