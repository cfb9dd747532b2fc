using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Completion;

/// <summary><c>codex completion</c>.</summary>
internal static class CompletionSpec
{
    public static CommandSpec Completion() => new()
    {
        Name = "completion",
        About = "Print a completion script for a shell",
        Arguments =
        [
            new ArgumentSpec
            {
                Name = "SHELL",
                Help = "The shell that the script is for",
                PossibleValues = ["bash", "elvish", "fish", "powershell", "zsh"],
                DefaultValue = "bash",
            },
        ],
    };
}
