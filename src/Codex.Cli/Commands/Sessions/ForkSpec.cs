using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Sessions;

/// <summary><c>codex fork</c>.</summary>
internal static class ForkSpec
{
    public static CommandSpec Fork() => new()
    {
        Name = "fork",
        About = "Branch off from an earlier session: a list to choose from, or the newest with --last",
        VersionName = "codex-cli-fork",
        Options =
        [
            new() { Long = "last", Help = "Branch off from the newest session, without a list", Conflicts = ["SESSION_ID"] },
            new() { Long = "all", Help = "List sessions of all directories, with their directories" },
            .. SharedOptions.Remote(),
            .. SharedOptions.Interactive(),
        ],
        Arguments =
        [
            new ArgumentSpec { Name = "SESSION_ID", Help = "Id (UUID) of a session. Leave it out with --last" },
            new ArgumentSpec { Name = "PROMPT", Kind = ValueKind.Text, Help = "The first message of the session" },
        ],
        Accepts = RootOptions.Profile | RootOptions.StrictConfig | RootOptions.Remote,
        Run = InteractiveCommand.RunAsync,
    };
}
