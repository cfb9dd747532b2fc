using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Sessions;
using Codex.Cli.Hosting;
using Codex.Cli.Sessions;
using Codex.Cli.Updates;
using Codex.Configuration;
using Codex.Platform.Environment;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Commands;

/// <summary><c>codex</c> without a subcommand, <c>codex resume</c> and <c>codex fork</c>: everything in front of the interface.</summary>
internal static class InteractiveCommand
{
    private const string DumbTerminal = "TERM is set to \"dumb\".";

    /// <summary>Refuses in the words of 0.136.0 what it would refuse, and says what it cannot do itself.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        CheckTerminalKind(program.Host);
        var isRemote = RemoteAddress.IsGiven(command, program.Host, "ERROR");
        var config = ReadConfiguration(command, program);
        if (!program.Host.StandardInputIsTerminal)
            throw new CommandFailure("Error: stdin is not a terminal");
        if (!program.Host.StandardOutputIsTerminal)
            throw new CommandFailure("Error: stdout is not a terminal");
        if (!isRemote && !command.Flag("last") && command.Argument("SESSION_ID") is { } target)
            CheckSession(command.Spec.Name, target, config.CodexHome);
        UpdateNotice.Tell(config, program.Host);
        throw new CommandFailure(command.Spec.Name == "resume"
            ? "Error: the interactive interface is not available in this version; use `codex exec resume`"
            : "Error: the interactive interface is not available in this version; use `codex exec`");
    }

    private static void CheckTerminalKind(HostEnvironment host)
    {
        if (TerminalKind.NameOf(host) != "dumb")
            return;
        if (!host.StandardInputIsTerminal || !host.StandardErrorIsTerminal)
        {
            throw new CommandFailure(
                $"ERROR: {DumbTerminal} Refusing to start the interactive TUI because no terminal is available for a confirmation prompt "
                + "(stdin/stderr is not a TTY). Run in a supported terminal or unset TERM.");
        }

        StandardError.Write($"WARNING: {DumbTerminal} Codex's interactive TUI may not work in this terminal.\nContinue anyway? [y/N]: \n");
        if (ReadLine().Trim().ToLowerInvariant() is not ("y" or "yes"))
            throw new CommandFailure($"ERROR: Refusing to start the interactive TUI because {DumbTerminal[..^1]}. Run in a supported terminal or unset TERM.");
    }

    private static string ReadLine()
    {
        using var input = new StreamReader(StandardStreams.OpenInput(), Encoding.UTF8);
        return input.ReadLine() ?? "";
    }

    private static EffectiveConfig ReadConfiguration(ParsedCommand command, ProgramContext program)
    {
        var request = SessionArguments.Read(command, program.Host);
        try
        {
            return SessionDirectory.Checked(request, () => ConfigLoader.Load(request.ToLoadRequest(program))).Effective;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.Stage == ConfigStage.Build ? $"Error loading configuration: {exception.Message}" : exception.RenderForExec());
        }
    }

    private static void CheckSession(string command, string target, string codexHome)
    {
        var locator = new RolloutLocator(codexHome);
        var id = SessionTarget.IdOf(target);
        if ((id is null ? locator.FindInteractiveByName(target, isArchived: false) : locator.FindById(id)) is not null)
            return;
        if (id is not null && locator.FindArchivedById(id) is not null)
            throw new CommandFailure($"Error: session {id} is archived. Run `codex unarchive {id}` to unarchive it first.");
        throw new CommandFailure($"ERROR: No saved session found with ID {target}. Run `codex {command}` without an ID to choose from existing sessions.");
    }
}
