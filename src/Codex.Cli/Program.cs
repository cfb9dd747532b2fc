using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands;
using Codex.Cli.Hosting;

namespace Codex.Cli;

/// <summary>Entry point of the <c>codex</c> executable.</summary>
internal static class Program
{
    private const int Failure = 1;

    private static int Main(string[] arguments)
    {
        if (HelperProgram.TryRun(ProgramName.Read(), arguments) is { } exitCode)
            return exitCode;
        using var program = new ProgramContext(HostEnvironmentReader.Read());
        program.CreateAliases();
        try
        {
            return Run(CommandParser.Parse(CommandTree.Root(), arguments), program);
        }
        catch (CommandLineExit exit)
        {
            Write(exit.IsError ? StandardStreams.OpenError() : StandardStreams.OpenOutput(), exit.Message);
            return exit.ExitCode;
        }
        catch (CommandFailure failure)
        {
            StandardError.Write(failure.Message + "\n");
            return Failure;
        }
    }

    private static int Run(ParsedCommand root, ProgramContext program) => root.Subcommand switch
    {
        { Spec.Name: "exec" } exec => ExecCommand.RunAsync(exec, program, cassette: null).GetAwaiter().GetResult(),
        { Spec.Name: "features", Subcommand: { } list } => FeaturesCommand.List(list, program),
        { Spec.Name: "debug", Subcommand: { Spec.Name: "record" } record } =>
            ExecCommand.RunAsync(record, program, RecordSpec.Cassette(record, program.Host)).GetAwaiter().GetResult(),
        { } other => throw new CommandFailure($"Error: `{Innermost(other).Path}` is not available in this version"),
        null => throw new CommandFailure(
            program.Host.StandardInputIsTerminal
                ? "Error: the interactive interface is not available in this version; use `codex exec`"
                : "Error: stdin is not a terminal"),
    };

    private static ParsedCommand Innermost(ParsedCommand command)
    {
        while (command.Subcommand is { } next)
            command = next;
        return command;
    }

    private static void Write(Stream stream, string text)
    {
        using (stream)
            stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
