using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.AppServer;

/// <summary><c>codex app-server daemon</c> and the commands below it.</summary>
internal static class DaemonSpec
{
    public static CommandSpec Daemon() => new()
    {
        Name = "daemon",
        About = "Manage the app server that runs in the background",
        RequiresSubcommand = true,
        Subcommands =
        [
            new CommandSpec
            {
                Name = "bootstrap",
                About = "Set up a lasting server, for use through SSH",
                Options = [new() { Long = "remote-control", Help = "Start the server with remote control" }],
            },
            new CommandSpec { Name = "start", About = "Start the server unless it runs" },
            new CommandSpec { Name = "restart", About = "Stop the server and start it again" },
            new CommandSpec { Name = "enable-remote-control", About = "Switch remote control on, now and for later starts" },
            new CommandSpec { Name = "disable-remote-control", About = "Switch remote control off, now and for later starts" },
            new CommandSpec { Name = "stop", About = "Stop the server" },
            new CommandSpec { Name = "version", About = "Print the versions of this program and of the running server as JSON" },
            new CommandSpec { Name = "pid-update-loop", About = "[internal] Keep the stand-alone installation up to date", Hidden = true },
        ],
    };
}
