using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Update;

/// <summary><c>codex update</c>.</summary>
internal static class UpdateSpec
{
    public static CommandSpec Update() => new()
    {
        Name = "update",
        About = "Install the newest version",
        Run = RunUpdateCommand.RunAsync,
    };
}
