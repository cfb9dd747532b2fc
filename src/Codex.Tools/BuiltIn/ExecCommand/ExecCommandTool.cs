using System.Collections.Immutable;
using Codex.Execution.Environments;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.ExecCommand;

/// <summary>Runs a shell command in a session: it answers when the command ends, or earlier while the command goes on.</summary>
public sealed class ExecCommandTool(CommandServices services) : ITool
{
    private const string Description =
        "Runs a shell command. Answers with its output and exit code when it ends in time; otherwise with the output so far and "
        + "a session ID, which `write_stdin` takes to read on or to type.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("exec_command");

    /// <inheritdoc/>
    public bool RunsInParallel => true;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context)
    {
        List<(string, Schema)> parameters =
        [
            ("cmd", Schema.Text("The command line, as typed into a shell.")),
            ("justification", CommandSchemas.Justification),
            ("max_output_tokens", CommandSchemas.MaximumTokens),
            ("prefix_rule", CommandSchemas.PrefixRule),
            ("sandbox_permissions", CommandSchemas.SandboxPermissions(context.Settings)),
            ("shell", Schema.Text("The shell program to use. Default: the user's own.")),
            ("tty", Schema.Boolean("True gives the command a terminal, needed to type into it later; false uses plain pipes. Default: false.")),
            ("workdir", CommandSchemas.WorkingDirectory),
            ("yield_time_ms", Schema.Number("How many milliseconds to wait for the end before answering; 250 to 30000. Default: 10000.")),
        ];
        if (context.Settings.OffersAdditionalPermissions)
            parameters.Add((AdditionalPermissionsArgument.Name, AdditionalPermissionsArgument.Schema));
        if (services.Environments.AreSeveral)
            parameters.Add(("environment_id", CommandSchemas.EnvironmentId));
        if (context.Settings.AllowLoginShell)
            parameters.Add(("login", CommandSchemas.Login));
        return ToolSpec.Function(Name.Name, Description, Schema.Object(["cmd"], parameters.ToArray()));
    }

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (!ExecCommandArguments.TryParse(function.Arguments, services.Environments, out var arguments, out var error))
            return ToolOutput.Failed(error);
        if (!ShellInvocation.TryChooseLogin(arguments.Login, host.Settings.AllowLoginShell, out var login, out error))
            return ToolOutput.Failed(error);
        if (services.Environments.Find(arguments.EnvironmentId) is not { } environment)
            return ToolOutput.Failed($"unknown turn environment id `{arguments.EnvironmentId}`");
        var shell = arguments.Shell is { } named ? services.Shells.Named(named) : UserShell.At(host.Settings.ShellPath);
        ImmutableArray<string> command = [.. shell.CommandFor(arguments.Command, login)];
        var directory = ShellInvocation.WorkingDirectory(arguments.WorkingDirectory, host);
        var demand = PermissionDemand.Of(arguments.Permissions, AdditionalPermissionsArgument.Read(arguments.Root, directory), host, "cannot");
        if (demand.Refusal is { } refusal)
            return ToolOutput.Failed(refusal);
        // A patch in disguise that is meant for another machine is applied there, by the program of that name.
        if (!environment.IsRemote && await TryPatchAsync(command, directory, arguments, call, host, cancellationToken).ConfigureAwait(false) is { } patched)
            return patched;
        return await RunAsync(Request(command, directory, demand, arguments, call) with { Environment = environment }, arguments, host, cancellationToken).ConfigureAwait(false);
    }

    private static CommandRequest Request(ImmutableArray<string> command, string directory, PermissionDemand demand, ExecCommandArguments arguments, ToolCall call) => new()
    {
        CallId = call.CallId,
        Command = command,
        WorkingDirectory = directory,
        HasTerminal = arguments.Terminal,
        IsSession = true,
        Requested = demand.Requested,
        Additional = demand.Additional,
        IsGranted = demand.IsGranted,
        Justification = arguments.Permissions.Justification,
        RequestedPrefix = arguments.Permissions.Prefix,
    };

    private async ValueTask<ToolOutput?> TryPatchAsync(
        ImmutableArray<string> command, string directory, ExecCommandArguments arguments, ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        var patched = await services.Patches.InterceptAsync(command, directory, call.CallId, host, cancellationToken).ConfigureAwait(false);
        return patched is { Success: true, Body.Text: { } text }
            ? ToolOutput.OfText(SessionText.OfPatch(text, arguments.MaximumTokens, host.Settings.Truncation))
            : patched;
    }

    private async Task<ToolOutput> RunAsync(
        CommandRequest request, ExecCommandArguments arguments, IToolHost host, CancellationToken cancellationToken)
    {
        var attempt = new SessionAttempt(services, request, arguments, host);
        await using var owned = attempt.ConfigureAwait(false);
        var outcome = await new CommandOrchestrator(services.Policy, host).RunAsync(request, attempt, cancellationToken).ConfigureAwait(false);
        if (outcome.Output is { } output)
            return output;
        await attempt.DeclineAsync(outcome.Refusal!).ConfigureAwait(false);
        return ToolOutput.Failed(LaunchFailure.Rejected(request.Command, outcome.Refusal!));
    }
}
