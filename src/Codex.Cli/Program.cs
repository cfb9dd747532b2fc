using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands;
using Codex.Cli.Hosting;
using Codex.Configuration.Features;
using Codex.Platform.Environment;

namespace Codex.Cli;

/// <summary>Entry point of the <c>codex</c> executable.</summary>
internal static class Program
{
    private const int Failure = 1;

    private static int Main(string[] arguments)
    {
        if (HelperProgram.TryRun(ProgramName.Read(), arguments) is { } exitCode)
            return exitCode;
        if (VersionText.IsAllThatIsAsked(arguments))
        {
            StandardOutput.Write(VersionText.For(VersionText.ProgramName));
            return 0;
        }

        Hardening.Begin();
        using var program = new ProgramContext(HostEnvironmentReader.Read());
        program.CreateAliases();
        try
        {
            return Run(CommandParser.Parse(CommandTree.Root(), arguments, HelpWidth.Of(program.Host)).Innermost, program);
        }
        catch (CommandLineExit exit)
        {
            Write(exit, program.Host);
            return exit.ExitCode;
        }
        catch (CommandFailure failure)
        {
            StandardError.Write(failure.Message + "\n");
            return Failure;
        }
    }

    private static int Run(ParsedCommand command, ProgramContext program)
    {
        CheckFeatures(command.Values("enable"));
        CheckFeatures(command.Values("disable"));
        if (RootOptionRules.WhyNot(command) is { } reason)
            throw new CommandFailure($"Error: {reason}");
        if (command.Spec.Run is not { } run)
            throw new CommandFailure($"Error: `{command.Path}` is not available in this version");
        if (command.Spec.HoldsKeys && Hardening.Complete(program) is { } exitCode)
            return exitCode;
        return run(command, program, CancellationToken.None).GetAwaiter().GetResult();
    }

    // Before anything else, whatever the command is.
    private static void CheckFeatures(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (FeatureCatalog.Find(name) is null)
                throw new CommandFailure($"Error: Unknown feature flag: {name}");
        }
    }

    private static void Write(CommandLineExit exit, HostEnvironment host)
    {
        var isStyled = StyleSupport.IsWanted(host, exit.IsError ? host.StandardErrorIsTerminal : host.StandardOutputIsTerminal);
        using var stream = exit.IsError ? StandardStreams.OpenError() : StandardStreams.OpenOutput();
        stream.Write(Encoding.UTF8.GetBytes(isStyled ? exit.StyledText : exit.Message));
    }
}
