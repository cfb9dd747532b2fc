using System.Collections.Immutable;
using Codex.Execution.Environments;
using Codex.Execution.Sessions;
using Codex.Protocol.Turns;
using Codex.Tools.Approvals;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>Runs a shell command to its end; the older of the two ways to run commands.</summary>
public sealed class ShellCommandTool(CommandServices services) : ITool
{
    private const string Description =
        "Runs a shell command and answers with its exit code and output once it has ended.\n"
        + "Say where to run with `workdir` instead of `cd` wherever possible.";

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
            ("sandbox_permissions", CommandSchemas.SandboxPermissions(context.Settings)),
            ("timeout_ms", Schema.Number("After how many milliseconds the command is ended. Default: 10000.")),
            ("workdir", CommandSchemas.WorkingDirectory),
        ];
        if (context.Settings.OffersAdditionalPermissions)
            parameters.Add((AdditionalPermissionsArgument.Name, AdditionalPermissionsArgument.Schema));
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
        ImmutableArray<string> command = [.. UserShell.At(host.Settings.ShellPath).CommandFor(arguments.Command, login)];
        var directory = ShellInvocation.WorkingDirectory(arguments.WorkingDirectory, host);
        var demand = PermissionDemand.Of(arguments.Permissions, AdditionalPermissionsArgument.Read(arguments.Root, directory), host, "should not");
        if (demand.Refusal is { } refusal)
            return ToolOutput.Failed(refusal);
        if (await services.Patches.InterceptAsync(command, directory, call.CallId, host, cancellationToken).ConfigureAwait(false) is { } patched)
            return patched;
        return await RunAsync(Request(command, directory, demand, arguments, call), arguments, host, cancellationToken).ConfigureAwait(false);
    }

    private CommandRequest Request(ImmutableArray<string> command, string directory, PermissionDemand demand, ShellCommandArguments arguments, ToolCall call) => new()
    {
        CallId = call.CallId,
        Command = command,
        WorkingDirectory = directory,
        WatchesPrograms = services.PatchedShell is not null,
        Requested = demand.Requested,
        Additional = demand.Additional,
        IsGranted = demand.IsGranted,
        Justification = arguments.Permissions.Justification,
        RequestedPrefix = arguments.Permissions.Prefix,
    };

    // One item from before the question to the end of the last run.
    private async Task<ToolOutput> RunAsync(
        CommandRequest request, ShellCommandArguments arguments, IToolHost host, CancellationToken cancellationToken)
    {
        var events = new CommandEvents(host, request.CallId, request.Command, request.WorkingDirectory, ExecCommandSource.Agent);
        await events.StartedAsync(sessionId: null).ConfigureAwait(false);
        var attempt = new ShellAttempt(services, request, arguments, host, events);
        var started = services.Time.GetTimestamp();
        try
        {
            var outcome = await new CommandOrchestrator(services.Policy, host).RunAsync(request, attempt, cancellationToken).ConfigureAwait(false);
            return outcome.Output is { } output && attempt.Refusal is null
                ? await EndAsync(output, attempt.End!, events).ConfigureAwait(false)
                : await DeclineAsync(outcome.Refusal ?? attempt.Refusal!, events).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await events.EndedAsync(new(SessionId: null, ExitCode: -1, "", services.Time.GetElapsedTime(started))).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<ToolOutput> EndAsync(ToolOutput output, CommandEnd end, CommandEvents events)
    {
        await events.EndedAsync(end).ConfigureAwait(false);
        return output;
    }

    private static async Task<ToolOutput> DeclineAsync(string reason, CommandEvents events)
    {
        var text = reason == ApprovalAnswer.RejectedByUser ? "exec command rejected by user" : reason;
        await events.DeclinedAsync(sessionId: null, text).ConfigureAwait(false);
        return ToolOutput.Failed(text);
    }
}
