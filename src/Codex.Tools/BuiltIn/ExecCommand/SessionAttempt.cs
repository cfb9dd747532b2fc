using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Sandbox;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;
using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ExecCommand;

/// <summary>Runs the command of one call in a session. A second run goes on with the item of the first.</summary>
internal sealed class SessionAttempt(CommandServices services, CommandRequest request, ExecCommandArguments arguments, IToolHost host)
    : ICommandAttempt, IAsyncDisposable
{
    private HeldCommandEvents? _first;

    /// <inheritdoc/>
    public async Task<CommandAttempt> RunAsync(CommandPermission permission, bool mayRetry, CancellationToken cancellationToken)
    {
        var events = new CommandEvents(host, request.CallId, request.Command, request.WorkingDirectory, ExecCommandSource.UnifiedExecStartup);
        return mayRetry
            ? await TryAsync(permission, events, cancellationToken).ConfigureAwait(false)
            : await StartAsync(permission, _first is { IsShown: true } ? new ContinuedCommandEvents(events) : events, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The command is not run, or not again.</summary>
    internal async ValueTask DeclineAsync(string reason)
    {
        if (_first is { } first)
            await first.DeclineAsync(reason).ConfigureAwait(false);
    }

    /// <summary>Stops waiting to show a run that has been answered.</summary>
    public ValueTask DisposeAsync() => _first?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The end of a run that may be followed by another is not the end of the command.
    private async Task<CommandAttempt> TryAsync(CommandPermission permission, CommandEvents events, CancellationToken cancellationToken)
    {
        var held = _first = new HeldCommandEvents(events, services.Time);
        var wasDenied = false;
        try
        {
            var attempt = await StartAsync(permission, held, cancellationToken).ConfigureAwait(false);
            wasDenied = attempt.WasDenied;
            return attempt;
        }
        finally
        {
            if (!wasDenied)
                await held.ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async Task<CommandAttempt> StartAsync(CommandPermission permission, ICommandEvents events, CancellationToken cancellationToken)
    {
        using var refusal = new NetworkRefusal(cancellationToken);
        try
        {
            var start = new CommandStart(request.CallId, Launch(permission, refusal), arguments.Terminal, arguments.YieldMilliseconds);
            var answer = await services.Sessions.StartAsync(start, events, refusal.Token).ConfigureAwait(false);
            if (refusal.Text is { } text)
                return Refused(text);
            var output = ToolOutput.OfText(SessionText.Of(answer, arguments.MaximumTokens, host.Settings.Truncation, services.Ids));
            return new CommandAttempt(output, WasDenied(answer));
        }
        catch (SpawnException exception)
        {
            return new CommandAttempt(ToolOutput.Failed(LaunchFailure.ForSession(request.Command, exception.Message)), WasDenied: false);
        }
        catch (OperationCanceledException) when (refusal.Text is not null && !cancellationToken.IsCancellationRequested)
        {
            return Refused(refusal.Text);
        }
    }

    private CommandAttempt Refused(string reason) => new(ToolOutput.Failed(LaunchFailure.Ended(request.Command, reason)), WasDenied: false);

    // Most commands succeed: their output is not looked at.
    private static bool WasDenied(SessionAnswer answer) => answer is { IsSandboxed: true, ExitCode: { } exitCode and not 0 }
        && SandboxDenial.IsLikely(answer.IsSandboxed, exitCode, answer.Output.ToText());

    private LaunchRequest Launch(CommandPermission permission, NetworkRefusal refusal) => request.Environment.IsRemote
        ? Launch(permission, refusal, request.Command, CommandEnvironment.CreateForRemoteSession(host.ThreadId)) with { Inherited = services.EnvironmentPolicy }
        : Launch(
            permission,
            refusal,
            services.Started(request.Command, request.WorkingDirectory),
            CommandEnvironment.CreateForSession(host.Settings.Host, services.EnvironmentPolicy, host.ThreadId));

    private LaunchRequest Launch(
        CommandPermission permission, NetworkRefusal refusal, IReadOnlyList<string> command, Dictionary<string, string> environment) => new()
        {
            Command = command,
            EnvironmentId = request.Environment.Id,
            WorkingDirectory = request.WorkingDirectory,
            PolicyDirectory = host.Settings.WorkingDirectory,
            Environment = permission.Complete(environment),
            Stdio = arguments.Terminal ? StdioMode.Terminal(TerminalSize.Default) : StdioMode.Pipes,
            Permissions = permission.Profile,
            Proxy = services.NetworkFor(permission),
            NetworkOwner = new(request.CallId, refusal.Set),
        };
}
