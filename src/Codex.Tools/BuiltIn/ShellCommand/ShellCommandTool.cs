using System.Collections.Immutable;
using System.Globalization;
using Codex.Execution;
using Codex.Execution.Environments;
using Codex.Execution.Policy;
using Codex.Execution.Sessions;
using Codex.Platform.Processes;
using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>Runs a shell command to its end; the older of the two ways to run commands.</summary>
public sealed class ShellCommandTool(CommandServices services) : ITool
{
    private const string Description =
        "Runs a shell command and answers with its exit code and output once it has ended.\n"
        + "Say where to run with `workdir` instead of `cd` wherever possible.";

    private const ulong DefaultTimeoutMilliseconds = 10_000;

    private readonly CommandRunner _runner = new(services.Launcher, services.Time);

    /// <inheritdoc/>
    public ToolName Name { get; } = new("shell_command");

    /// <inheritdoc/>
    public bool RunsInParallel => true;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context)
    {
        List<(string, Schema)> parameters =
        [
            ("command", Schema.Text("The script to run in the user's shell.")),
            ("justification", CommandSchemas.Justification),
            ("prefix_rule", CommandSchemas.PrefixRule),
            ("sandbox_permissions", CommandSchemas.SandboxPermissions),
            ("timeout_ms", Schema.Number("After how many milliseconds the command is ended. Default: 10000.")),
            ("workdir", CommandSchemas.WorkingDirectory),
        ];
        if (context.Settings.AllowLoginShell)
            parameters.Add(("login", CommandSchemas.Login));
        return ToolSpec.Function(Name.Name, Description, Schema.Object(["command"], parameters.ToArray()));
    }

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (!ShellCommandArguments.TryParse(function.Arguments, out var arguments, out var error))
            return ToolOutput.Failed($"failed to parse function arguments: {error}");
        if (!ShellInvocation.TryChooseLogin(arguments.Login, host.Settings.AllowLoginShell, out var login, out error))
            return ToolOutput.Failed(error);
        if (EscalationRequests.Refusal(CommandGate.Asked(arguments.Permissions.SandboxPermissions), host.Settings.ApprovalPolicy, "should not") is { } refusal)
            return ToolOutput.Failed(refusal);
        ImmutableArray<string> command = [.. UserShell.At(host.Settings.ShellPath).CommandFor(arguments.Command, login)];
        var directory = ShellInvocation.WorkingDirectory(arguments.WorkingDirectory, host);
        if (await services.Patches.InterceptAsync(command, directory, call.CallId, host, cancellationToken).ConfigureAwait(false) is { } patched)
            return patched;
        var permission = CommandGate.Ask(services.Policy, command, arguments.Permissions, host.Settings);
        return permission.Refusal is { } reason
            ? ToolOutput.Failed(reason)
            : await RunAsync(command, directory, permission, arguments, call, host, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ToolOutput> RunAsync(
        ImmutableArray<string> command, string directory, CommandPermission permission, ShellCommandArguments arguments, ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        var launch = new LaunchRequest
        {
            Command = services.Started(command, directory),
            WorkingDirectory = directory,
            PolicyDirectory = host.Settings.WorkingDirectory,
            Environment = permission.Complete(CommandEnvironment.Create(host.Settings.Host, services.EnvironmentPolicy, host.ThreadId)),
            Stdio = StdioMode.Pipes,
            Permissions = permission.Profile,
        };
        var events = new CommandEvents(host, call.CallId, command, directory, ExecCommandSource.Agent);
        await events.StartedAsync(sessionId: null).ConfigureAwait(false);
        var started = services.Time.GetTimestamp();
        try
        {
            var run = await _runner.RunAsync(launch, Limit(arguments), events, cancellationToken).ConfigureAwait(false);
            return await AnswerAsync(run, events, host).ConfigureAwait(false);
        }
        catch (SpawnException exception)
        {
            return await FailAsync(LaunchFailure.ForShellCommand(exception), services.Time.GetElapsedTime(started), events).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await events.EndedAsync(new(SessionId: null, ExitCode: -1, "", services.Time.GetElapsedTime(started))).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<ToolOutput> AnswerAsync(CapturedRun run, CommandEvents events, IToolHost host)
    {
        if (run is { TimedOut: false, Status.Signal: { } signal })
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"execution error: Sandbox(Signal({signal}))");
            return await FailAsync(text, run.Duration, events).ConfigureAwait(false);
        }

        var output = ShellCommandText.Decode(run.Output);
        var exitCode = ShellCommandText.ExitCodeOf(run);
        await events.EndedAsync(new(SessionId: null, exitCode, output, run.Duration)).ConfigureAwait(false);
        var answer = ShellCommandText.Of(run, output, host.Settings.Truncation);
        return exitCode is 0 ? ToolOutput.OfText(answer) : ToolOutput.Failed(answer);
    }

    private static async Task<ToolOutput> FailAsync(string text, TimeSpan duration, CommandEvents events)
    {
        await events.EndedAsync(new(SessionId: null, ExitCode: -1, text, duration)).ConfigureAwait(false);
        return ToolOutput.Failed(text);
    }

    private static TimeSpan Limit(ShellCommandArguments arguments) =>
        TimeSpan.FromMilliseconds(Math.Min(arguments.TimeoutMilliseconds ?? DefaultTimeoutMilliseconds, int.MaxValue));
}
