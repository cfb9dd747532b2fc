using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Sessions;

/// <summary><c>codex resume</c>.</summary>
internal static class ResumeSpec
{
    public static CommandSpec Resume() => new()
    {
        Name = "resume",
        About = "Go on with an earlier session: a list to choose from, or the newest with --last",
        VersionName = "codex-cli-resume",
        Options =
        [
            new() { Long = "last", Help = "Go on with the newest session, without a list" },
            new() { Long = "all", Help = "List sessions of all directories, with their directories" },
            new() { Long = "include-non-interactive", Help = "Consider sessions of `codex exec`, too" },
            .. SharedOptions.Remote(),
            .. SharedOptions.Interactive(),
        ],
        Arguments =
        [
            new ArgumentSpec { Name = "SESSION_ID", Help = "Id (UUID) or name of a session. Leave it out with --last" },
            new ArgumentSpec { Name = "PROMPT", Kind = ValueKind.Text, Help = "The first message of the session" },
        ],
        Accepts = RootOptions.Profile | RootOptions.StrictConfig | RootOptions.Remote,
        Run = InteractiveCommand.RunAsync,
    };
}
