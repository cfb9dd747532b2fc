using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Apply;

/// <summary><c>codex apply</c>.</summary>
internal static class ApplySpec
{
    public static CommandSpec Apply() => new()
    {
        Name = "apply",
        Aliases = ["a"],
        About = "Apply the newest diff of a cloud task to the working tree, with `git apply`",
        Options = [SharedOptions.Override()],
        Arguments = [new ArgumentSpec { Name = "TASK_ID", Required = true }],
        Run = ApplyCommand.RunAsync,
    };
}
