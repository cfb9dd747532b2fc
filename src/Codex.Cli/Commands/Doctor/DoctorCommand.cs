using System.Text;
using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Responses;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Commands.Doctor.Text;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Execution.Installation;
using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor;

/// <summary><c>codex doctor</c>: looks at everything, changes nothing.</summary>
internal static class DoctorCommand
{
    /// <summary>Runs the command.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        using var tools = new ToolRunner(program.Host, TimeProvider.System);
        var context = Context(command, program, tools);
        var progress = new DoctorProgress(ShowsProgress(command, program) ? StandardStreams.OpenError() : null);
        var checks = await CheckAsync(command, program, context, new DoctorRunner(context.Clock, progress), cancellationToken);
        progress.Clear();
        var report = new DoctorReport(context.Clock.GetUtcNow(), checks);
        using var output = StandardStreams.OpenOutput();
        output.Write(command.Flag("json") ? DoctorJson.Write(report) : Encoding.UTF8.GetBytes(DoctorText.Write(report, TextOptions(command, program))));
        return report.Status == DoctorStatus.Fail ? 1 : 0;
    }

    private static async Task<IReadOnlyList<DoctorCheck>> CheckAsync(
        ParsedCommand command, ProgramContext program, DoctorContext context, DoctorRunner runner, CancellationToken cancellationToken)
    {
        LoadedConfig loaded;
        try
        {
            loaded = ConfigLoader.Load(DoctorRequest.Create(command, program, context.WorkingDirectory));
        }
        catch (ConfigException exception)
        {
            return await runner.RunAsync(DoctorSteps.WithoutConfiguration(context, exception.Message), cancellationToken);
        }

        var log = new LogSink(null, context.Clock, StandardStreams.OpenError, new KnownSecrets(program.Host, loaded.Effective).Messages);
        var providerCommand = Providers.Command(loaded.Effective.ModelProvider, program.Host);
        await using var credentials = new SessionCredentials(program.Host, AccountSettings.Read(loaded.Effective), providerCommand, context.Identity, log);
        var (stored, problem) = ReadLogin(loaded.Effective, program.Host);
        return await runner.RunAsync(DoctorSteps.Of(new ConfiguredContext(context, loaded, credentials, stored, problem)), cancellationToken);
    }

    private static DoctorContext Context(ParsedCommand command, ProgramContext program, ToolRunner tools)
    {
        var (home, problem) = FindHome(program);
        return new DoctorContext
        {
            Host = program.Host,
            CodexHome = home,
            CodexHomeProblem = problem,
            WorkingDirectory = DoctorRequest.WorkingDirectory(command, program.Host),
            HelperDirectory = program.HelperDirectory,
            Identity = ClientIdentity.CreateWithoutClient("codex_cli_rs", program.Host),
            Installation = InstallContext.Read(program.Host, home),
            Tools = tools,
            Clock = TimeProvider.System,
            RefusesColor = command.Flag("no-color"),
            ShowsDetails = !command.Flag("summary"),
        };
    }

    private static (string? Home, string? Problem) FindHome(ProgramContext program)
    {
        try
        {
            return (program.CodexHome, null);
        }
        catch (ConfigException exception)
        {
            return (null, exception.Message);
        }
    }

    private static (AuthDocument? Stored, string? Problem) ReadLogin(EffectiveConfig config, HostEnvironment host)
    {
        try
        {
            return (CredentialStores.Create(config.CredentialsStore, config.CodexHome, host)?.Load(), null);
        }
        catch (AuthException exception)
        {
            return (null, exception.Message);
        }
    }

    private static bool ShowsProgress(ParsedCommand command, ProgramContext program) =>
        !command.Flag("json") && program.Host.StandardErrorIsTerminal && program.Host.GetVariable("TERM") != "dumb";

    private static DoctorTextOptions TextOptions(ParsedCommand command, ProgramContext program) => new(
        ShowsDetails: !command.Flag("summary"),
        ShowsAll: command.Flag("all"),
        IsAscii: command.Flag("ascii"),
        HasColor: DoctorColor.WhyNot(program.Host, command.Flag("no-color")) is null,
        HomeDirectory: program.Host.GetNonEmptyVariable("HOME"));
}
