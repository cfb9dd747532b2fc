using Codex.Cli.CommandLine;
using Codex.Cli.Commands;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Cli.Tests.Commands;

/// <summary>Commands whose engine is not there yet: they are parsed, and say so.</summary>
public sealed class UnbuiltCommandTests
{
    [Fact]
    public async Task A_command_that_is_not_there_yet_says_so_and_nothing_else()
    {
        using var directory = new TempDirectory();
        await Parallel.ForEachAsync(Leaves(CommandTree.Root(), []), async (words, cancellationToken) =>
        {
            var home = directory.Create(string.Join('-', words.Path));
            var result = await CodexRun.RunAsync(
                new CodexCommand
                {
                    Executable = OurCodex.Executable,
                    Arguments = [.. words.Path, .. words.Arguments],
                    WorkingDirectory = home,
                    Environment = Variables(home),
                },
                cancellationToken);

            Assert.Equal(
                (1, "", $"Error: `codex {string.Join(' ', words.Path)}` is not available in this version\n"),
                (result.ExitCode, result.Output, result.Error));
        });
    }

    // Every command that cannot run, with what must be given to it.
    private static IEnumerable<(string[] Path, string[] Arguments)> Leaves(CommandSpec spec, string[] path)
    {
        foreach (var command in spec.Subcommands)
        {
            string[] below = [.. path, command.Name];
            if (command is { Run: null, RequiresSubcommand: false })
                yield return (below, [.. Needed(command)]);
            foreach (var leaf in Leaves(command, below))
                yield return leaf;
        }
    }

    private static IEnumerable<string> Needed(CommandSpec command) =>
    [
        .. command.Options.Where(static option => option.Required).SelectMany(static option => new[] { $"--{option.Long}", "x" }),
        .. command.Arguments.Where(static argument => argument.Required).Select(static _ => "x"),
    ];

    private static Dictionary<string, string> Variables(string home)
    {
        var variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["HOME"] = home, ["CODEX_HOME"] = home };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        return variables;
    }
}
