using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands;

/// <summary><c>codex exec</c> and the commands below it.</summary>
internal static class ExecSpec
{
    public static CommandSpec Exec() => new()
    {
        Name = "exec",
        Aliases = ["e"],
        About = "Run the agent without a user interface",
        VersionName = "codex-cli-exec",
        Options =
        [
            SharedOptions.StrictConfig() with { Global = true },
            .. Array.ConvertAll(SharedOptions.Runtime(imagesAreGreedy: true), Inherited),
            .. Own(),
        ],
        Arguments = [new ArgumentSpec { Name = "PROMPT", Help = "What the agent is to do. Without it, or with `-`, standard input is read; input that is piped in beside a prompt is appended to it as a `<stdin>` block" }],
        Subcommands = [Resume(), Review()],
    };

    private static OptionSpec[] Own() =>
    [
        new() { Long = "full-auto", Hidden = true, Conflicts = [SharedOptions.Bypass] },
        new() { Long = "skip-git-repo-check", Global = true, Help = "Run outside a Git repository as well" },
        new() { Long = "ephemeral", Global = true, Help = "Keep nothing of the session on disk" },
        new() { Long = "ignore-user-config", Global = true, Help = "Do without `$CODEX_HOME/config.toml`; credentials are still used" },
        new() { Long = "ignore-rules", Global = true, Help = "Do without `.rules` files of user and project" },
        new() { Long = "output-schema", ValueName = "FILE", Global = true, Help = "A file with the JSON schema that the final message must follow" },
        new() { Long = "color", ValueName = "COLOR", Help = "When to colour the output", PossibleValues = ["always", "never", "auto"], DefaultValue = "auto" },
        new() { Long = "json", Aliases = ["experimental-json"], Global = true, Help = "Print events as JSON lines" },
        new() { Long = "output-last-message", Short = 'o', ValueName = "FILE", Global = true, Help = "File that the final message is written to" },
    ];

    // What follows a subcommand may repeat these, but not the options that only make sense for a new session.
    private static OptionSpec Inherited(OptionSpec option) =>
        option with { Global = option.Long is "model" or SharedOptions.Bypass or "dangerously-bypass-hook-trust" };

    private static CommandSpec Resume() => new()
    {
        Name = "resume",
        About = "Go on with an earlier session, by id, by name or with --last",
        Options =
        [
            new() { Long = "last", Help = "Go on with the newest session" },
            new() { Long = "all", Help = "Consider sessions of all directories" },
            new() { Long = "image", Short = 'i', ValueName = "FILE", Repeatable = true, Delimiter = ',', Help = "Image files to send with the message" },
        ],
        Arguments =
        [
            new ArgumentSpec { Name = "SESSION_ID", Help = "Id (UUID) or name of a session. Leave it out with --last" },
            new ArgumentSpec { Name = "PROMPT", Help = "The next message; `-` reads standard input" },
        ],
    };

    private static CommandSpec Review() => new()
    {
        Name = "review",
        About = "Review changes of the current repository",
        Options =
        [
            new() { Long = "uncommitted", Help = "Review everything that is not committed", Conflicts = ["base", "commit", "PROMPT"] },
            new() { Long = "base", ValueName = "BRANCH", Help = "Review the changes against a branch", Conflicts = ["uncommitted", "commit", "PROMPT"] },
            new() { Long = "commit", ValueName = "SHA", Help = "Review one commit", Conflicts = ["uncommitted", "base", "PROMPT"] },
            new() { Long = "title", ValueName = "TITLE", Help = "Title of the commit, for display", Requires = "commit" },
        ],
        Arguments = [new ArgumentSpec { Name = "PROMPT", Help = "Instructions for the review; `-` reads standard input" }],
    };
}
