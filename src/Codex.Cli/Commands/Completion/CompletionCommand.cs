using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Completion.Scripts;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands.Completion;

/// <summary><c>codex completion</c>.</summary>
internal static class CompletionCommand
{
    /// <summary>Prints the script for a shell.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var script = Script(command.Argument(CompletionSpec.Shell) ?? CompletionSpec.DefaultShell, command.Root.Spec);
        await using var output = StandardStreams.OpenOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(script), cancellationToken);
        return 0;
    }

    /// <summary>The script for a shell.</summary>
    public static string Script(string shell, CommandSpec root)
    {
        var tree = CompletionNode.Of(root);
        return shell switch
        {
            "elvish" => ElvishScript.Write(tree),
            "fish" => FishScript.Write(tree),
            "powershell" => PowerShellScript.Write(tree),
            "zsh" => ZshScript.Write(tree),
            _ => BashScript.Write(tree),
        };
    }
}
