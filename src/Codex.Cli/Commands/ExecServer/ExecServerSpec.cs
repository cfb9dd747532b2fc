using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.ExecServer;

/// <summary><c>codex exec-server</c>.</summary>
internal static class ExecServerSpec
{
    private const string EnvironmentId = "environment-id";

    public static CommandSpec ExecServer() => new()
    {
        Name = "exec-server",
        About = "[EXPERIMENTAL] Serve command execution by itself",
        Options =
        [
            SharedOptions.StrictConfig(),
            new() { Long = "listen", ValueName = "URL", Help = "Where to listen: `ws://IP:PORT` (default), `stdio` or `stdio://`", Conflicts = ["remote"] },
            new() { Long = "remote", ValueName = "URL", Help = "Register as a remote environment at this base address", Requires = [EnvironmentId] },
            new() { Long = EnvironmentId, ValueName = "ID", Help = "The environment to join" },
            new() { Long = "name", ValueName = "NAME", Help = "Name of the environment for people" },
            new() { Long = "use-agent-identity-auth", Help = "Register with the agent identity of CODEX_ACCESS_TOKEN", Requires = ["remote"] },
        ],
        Accepts = RootOptions.StrictConfig,
        Run = ExecServerCommand.RunAsync,
    };
}
