using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands;

namespace Codex.Cli;

/// <summary>Entry point of the <c>codex</c> executable.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["--version" or "-V"])
        {
            using var output = Console.OpenStandardOutput();
            output.Write("codex-cli 0.136.0\n"u8);
            return 0;
        }

        try
        {
            var command = CommandParser.Parse(CommandTree.Root(), arguments);
            while (command.Subcommand is { } next)
                command = next;
            Write(Console.OpenStandardError(), $"Error: `{command.Path}` is not available in this version\n");
            return 1;
        }
        catch (CommandLineExit exit)
        {
            Write(exit.IsError ? Console.OpenStandardError() : Console.OpenStandardOutput(), exit.Message);
            return exit.ExitCode;
        }
    }

    private static void Write(Stream stream, string text)
    {
        using (stream)
            stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
