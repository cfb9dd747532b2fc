using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.RemoteControl;

/// <summary><c>codex remote-control</c> and the commands below it.</summary>
internal static class RemoteControlSpec
{
    public static CommandSpec RemoteControl() => new()
    {
        Name = "remote-control",
        About = "[experimental] Run the app server with remote control",
        Options = [new() { Long = "json", Global = true, Help = "Print JSON" }],
        Subcommands =
        [
            new CommandSpec { Name = "start", About = "Start the server in the background with remote control" },
            new CommandSpec { Name = "stop", About = "Stop the server in the background" },
        ],
    };
}
