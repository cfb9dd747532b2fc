using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion;

/// <summary><c>codex completion</c>.</summary>
internal static class CompletionSpec
{
    /// <summary>The argument that names the shell.</summary>
    public const string Shell = "SHELL";

    /// <summary>The shell when none is named.</summary>
    public const string DefaultShell = "bash";

    public static CommandSpec Completion() => new()
    {
        Name = "completion",
        About = "Print a completion script for a shell",
        Arguments =
        [
            new ArgumentSpec
            {
                Name = Shell,
                Help = "The shell that the script is for",
                PossibleValues = ["bash", "elvish", "fish", "powershell", "zsh"],
                DefaultValue = DefaultShell,
            },
        ],
        Run = CompletionCommand.RunAsync,
    };
}
