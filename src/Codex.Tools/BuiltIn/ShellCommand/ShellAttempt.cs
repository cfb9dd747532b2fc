using System.Globalization;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Sandbox;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>Runs the command of one call to its end.</summary>
internal sealed class ShellAttempt(
    CommandServices services, CommandRequest request, ShellCommandArguments arguments, IToolHost host, ICommandEvents events) : ICommandAttempt
{
    private const ulong DefaultTimeoutMilliseconds = 10_000;

    /// <summary>How the last run ended; null before the first has.</summary>
    internal CommandEnd? End { get; private set; }

    /// <summary>Why the last run was ended for a host that it wanted to reach; null when it was not.</summary>
    internal string? Refusal { get; private set; }

    /// <inheritdoc/>
    public async Task<CommandAttempt> RunAsync(CommandPermission permission, bool mayRetry, CancellationToken cancellationToken)
    {
        var started = services.Time.GetTimestamp();
        using var refusal = new NetworkRefusal(cancellationToken);
        try
        {
            var run = await RunAsync(permission, Launch(permission, refusal), refusal.Token).ConfigureAwait(false);
            return refusal.Text is { } text ? Refuse(text, run.Duration) : Answer(run);
        }
        catch (SpawnException exception)
        {
            return Fail(LaunchFailure.ForShellCommand(exception), services.Time.GetElapsedTime(started));
        }
        catch (OperationCanceledException) when (refusal.Text is not null && !cancellationToken.IsCancellationRequested)
        {
            return Refuse(refusal.Text, services.Time.GetElapsedTime(started));
        }
    }

    private Task<CapturedRun> RunAsync(CommandPermission permission, LaunchRequest launch, CancellationToken cancellationToken) => services.PatchedShell is { } shell
        ? new WatchedShell(services, request, host).RunAsync(shell, launch, permission, Limit, events, cancellationToken)
        : new CommandRunner(services.Launcher, services.Time).RunAsync(launch, Limit, events, cancellationToken);

    private TimeSpan Limit => TimeSpan.FromMilliseconds(Math.Min(arguments.TimeoutMilliseconds ?? DefaultTimeoutMilliseconds, int.MaxValue));

    private LaunchRequest Launch(CommandPermission permission, NetworkRefusal refusal) => new()
    {
        Command = services.Started(request.Command, request.WorkingDirectory),
        WorkingDirectory = request.WorkingDirectory,
        PolicyDirectory = host.Settings.WorkingDirectory,
        Environment = permission.Complete(CommandEnvironment.Create(host.Settings.Host, services.EnvironmentPolicy, host.ThreadId)),
        Stdio = StdioMode.Pipes,
        Permissions = permission.Profile,
        Proxy = services.NetworkFor(permission),
        NetworkOwner = new(request.CallId, refusal.Set),
    };

    private CommandAttempt Answer(CapturedRun run)
    {
        if (run is { TimedOut: false, Status.Signal: { } signal })
            return Fail(string.Create(CultureInfo.InvariantCulture, $"execution error: Sandbox(Signal({signal}))"), run.Duration);
        var output = ShellCommandText.Decode(run.Output);
        var exitCode = ShellCommandText.ExitCodeOf(run);
        End = new(SessionId: null, exitCode, output, run.Duration);
        var answer = ShellCommandText.Of(run, output, host.Settings.Truncation);
        var wasDenied = !run.TimedOut && SandboxDenial.IsLikely(run.IsSandboxed, exitCode, output);
        return new CommandAttempt(exitCode is 0 ? ToolOutput.OfText(answer) : ToolOutput.Failed(answer), wasDenied);
    }

    private CommandAttempt Refuse(string reason, TimeSpan duration)
    {
        Refusal = reason;
        return Fail(reason, duration);
    }

    private CommandAttempt Fail(string text, TimeSpan duration)
    {
        End = new(SessionId: null, ExitCode: -1, text, duration);
        return new CommandAttempt(ToolOutput.Failed(text), WasDenied: false);
    }
}
