using System.Text;
using Codex.Backend.Requirements;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Configuration;
using Codex.Platform;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Commands.Sessions;

/// <summary><c>codex archive</c> and <c>codex unarchive</c> (<c>codex-rs/tui/src/session_archive_commands.rs</c>).</summary>
internal static class ArchiveCommand
{
    private const string CannotLoad = "failed to load configuration";

    /// <summary>Puts a session away.</summary>
    public static async Task<int> ArchiveAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var config = await ReadConfigurationAsync(command, program, cancellationToken);
        var (id, name) = Find(command.Argument("SESSION")!, config, isArchived: false);
        Change("failed to archive session", () => Archive(config).Archive(id));
        return await Say("Archived", id, name);
    }

    /// <summary>Brings a session back.</summary>
    public static async Task<int> UnarchiveAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var config = await ReadConfigurationAsync(command, program, cancellationToken);
        var (id, _) = Find(command.Argument("SESSION")!, config, isArchived: true);
        Change("failed to unarchive session", () => Archive(config).Unarchive(id));
        return await Say("Unarchived", id, SessionIndex.ReadNames(config.CodexHome).GetValueOrDefault(id));
    }

    private static async Task<EffectiveConfig> ReadConfigurationAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        if (RemoteAddress.IsGiven(command, program.Host, "Error"))
            throw new CommandFailure("Error: remote app servers are not available in this version");
        var request = Request(command, program);
        try
        {
            var free = Load(request, program);
            await using var policies = await WorkspacePolicies.LoadAsync(
                AccountSettings.Read(free), request.ToLoadRequest(program), FrontEnd.Command, cancellationToken);
            return policies.Text is { } text ? Load(request with { CloudRequirements = text }, program) : free;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(Describe(exception));
        }
        catch (CloudRequirementsException exception)
        {
            throw new CommandFailure(FailureText.WithCause(CannotLoad, exception.Message));
        }
    }

    private static EffectiveConfig Load(SessionRequest request, ProgramContext program) => SessionDirectory.Checked(
        request,
        () => ConfigLoader.Load(request.ToLoadRequest(program)).Effective,
        static reason => FailureText.WithCause("failed to resolve config cwd", reason));

    // A local provider has to be known when it is named, but nothing has to be there to choose one from.
    private static SessionRequest Request(ParsedCommand command, ProgramContext program) => SessionArguments.Read(command, program.Host) is var request
        && request.Harness is { UseOssProvider: true } harness
            ? request with { Harness = harness with { UseOssProvider = false, ModelProvider = harness.OssProvider } }
            : request;

    private static string Describe(ConfigException exception) => exception.Stage switch
    {
        ConfigStage.Overrides => $"Error: failed to parse -c overrides: {exception.Message}",
        ConfigStage.Load => exception.RenderForCommand("failed to load config.toml"),
        ConfigStage.Build => exception.RenderForCommand(CannotLoad),
        _ => exception.RenderForCommand(),
    };

    private static (string Id, string? Name) Find(string target, EffectiveConfig config, bool isArchived)
    {
        if (SessionTarget.IdOf(target) is { } id)
            return (id, null);
        var path = new RolloutLocator(config.CodexHome).FindInteractiveByName(target, isArchived)
            ?? throw new CommandFailure($"Error: No {(isArchived ? "archived" : "active")} session found matching '{target}'.");
        return (RolloutLayout.ThreadIdOf(path)!, target);
    }

    private static ThreadArchive Archive(EffectiveConfig config) => new(config.CodexHome, config.SqliteHome, TimeProvider.System);

    private static void Change(string failure, Action change)
    {
        try
        {
            change();
        }
        catch (RolloutException exception)
        {
            throw new CommandFailure(FailureText.WithCause(failure, exception.Message));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(FailureText.WithCause(failure, Errno.Describe(exception)));
        }
    }

    private static Task<int> Say(string what, string id, string? name)
    {
        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes($"{what} session {(name is null ? id : $"{name} ({id})")}.\n"));
        return Task.FromResult(0);
    }
}
