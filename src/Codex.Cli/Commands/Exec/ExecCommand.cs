using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.Backend.Replay;
using Codex.Backend.Requirements;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Review;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Exec;
using Codex.Execution.Sandbox;
using Codex.Platform;
using Codex.Platform.Environment;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Commands.Exec;

/// <summary><c>codex exec</c>, the commands below it, and <c>codex review</c>.</summary>
internal static class ExecCommand
{
    /// <summary>Runs the command.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        RunAsync(command, program, cassette: null, cancellationToken);

    /// <summary>Runs the command and records it.</summary>
    /// <param name="innermost">What was parsed for <c>exec</c> or the command below it.</param>
    /// <param name="program">The running program.</param>
    /// <param name="cassette">A file that the exchanges with the model are recorded in; null records nothing.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public static async Task<int> RunAsync(
        ParsedCommand innermost, ProgramContext program, string? cassette, CancellationToken cancellationToken)
    {
        if (innermost.Flag("full-auto"))
            StandardError.Write("warning: `--full-auto` is deprecated; use `--sandbox workspace-write` instead.\n");

        var request = SessionArguments.Read(innermost, program.Host).WithApproval(AskForApproval.Never);
        var free = ReadSettings(request, program);
        await using var policies = await LoadPoliciesAsync(free.Account, request.ToLoadRequest(program), cancellationToken);
        var settings = policies.Text is { } text ? ReadSettings(request with { CloudRequirements = text }, program) : free;
        policies.StartRenewal();
        var options = Options(innermost, settings, program.Host);
        await using var localModels = innermost.Flag("oss") ? await LocalModels.PrepareAsync(settings, program.Host) : null;
        await using var composition = new Composition(program.HostWithAliases(), settings, FrontEnd.Exec, cassette);
        await composition.Credentials.CheckRestrictionsAsync(cancellationToken);
        return await new ExecRun(options, Streams(program.Host)).RunAsync(
            stop => ConnectAsync(composition, stop), SignalListener.Start, cancellationToken);
    }

    private static async ValueTask<IAppServerConnection> ConnectAsync(Composition composition, CancellationToken cancellationToken)
    {
        try
        {
            await composition.PrepareAsync(cancellationToken);
            return composition.Server.Connect(ExecRun.UnusedNotifications);
        }
        catch (CommandFailure failure)
        {
            throw new ExecException(failure.Message);
        }
        catch (CassetteException exception)
        {
            throw new ExecException($"Error: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ExecException($"Error: failed to initialize in-process app-server client: {Errno.Describe(exception)}");
        }
    }

    private static SessionSettings ReadSettings(SessionRequest request, ProgramContext program)
    {
        try
        {
            return SessionDirectory.Checked(request, () => SessionReader.Read(request, program));
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForExec());
        }
    }

    private static async Task<WorkspacePolicies> LoadPoliciesAsync(AccountSettings account, ConfigLoadRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await WorkspacePolicies.LoadAsync(account, request, FrontEnd.Exec, cancellationToken);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForExec());
        }
        catch (CloudRequirementsException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static ExecOptions Options(ParsedCommand innermost, SessionSettings settings, HostEnvironment host) => new()
    {
        Prompt = Prompt(innermost),
        Resume = Target(innermost),
        Review = ReviewArguments.Read(innermost),
        Images = [.. innermost.AllValues("image")],
        Json = innermost.Flag("json"),
        LastMessageFile = innermost.Value("output-last-message"),
        OutputSchemaFile = innermost.Value("output-schema"),
        RequiresRepository = !innermost.Flag("skip-git-repo-check") && !innermost.Flag(SharedOptions.Bypass),
        UsesColor = UsesColor(innermost.Value("color"), host),
        Thread = ThreadParams(settings, innermost.Flag("ephemeral")),
        Display = Display(settings, host),
    };

    private static string? Prompt(ParsedCommand innermost)
    {
        if (innermost.Spec.Name != "resume")
            return innermost.Argument("PROMPT");

        // With --last the first word is the prompt and not an id.
        return innermost.Argument("PROMPT")
            ?? (innermost.Flag("last") ? innermost.Argument("SESSION_ID") : null)
            ?? innermost.Parent!.Argument("PROMPT");
    }

    private static ResumeTarget? Target(ParsedCommand command)
    {
        if (command.Spec.Name != "resume")
            return null;
        var named = command.Flag("last") ? null : command.Argument("SESSION_ID");
        return named is null && !command.Flag("last") ? null : new ResumeTarget(named, command.Flag("all"));
    }

    private static bool UsesColor(string? choice, HostEnvironment host) => choice switch
    {
        "always" => true,
        "never" => false,
        _ => ColorSupport.ForStandardError(host),
    };

    private static ThreadStartParams ThreadParams(SessionSettings settings, bool ephemeral) => new()
    {
        Model = settings.Model,
        ModelProvider = settings.Provider.Id,
        Cwd = settings.WorkingDirectory,
        RuntimeWorkspaceRoots = settings.WorkspaceRoots,
        ApprovalPolicy = settings.Approval,
        Ephemeral = ephemeral,
        ThreadSource = "user",
    };

    private static ExecDisplay Display(SessionSettings settings, HostEnvironment host) => new()
    {
        WorkingDirectory = settings.WorkingDirectory,
        Sandbox = PermissionSummary.Describe(settings.Permissions, settings.WorkingDirectory, settings.WorkspaceRoots),
        ReasoningEffort = settings.ReasoningEffort ?? "none",
        ReasoningSummaries = settings.ReasoningSummary ?? "none",
        HidesReasoning = settings.HidesReasoning,
        ShowsRawReasoning = settings.ShowsRawReasoning,
        Warnings = SandboxWarnings.ForRun(settings.Permissions, host) is { } warning ? [warning] : [],
    };

    private static ExecStreams Streams(HostEnvironment host) => new()
    {
        OpenInput = StandardStreams.OpenInput,
        Output = StandardStreams.OpenOutput(),
        Error = StandardStreams.OpenError(),
        InputIsTerminal = host.StandardInputIsTerminal,
        OutputIsTerminal = host.StandardOutputIsTerminal,
        ErrorIsTerminal = host.StandardErrorIsTerminal,
    };
}
