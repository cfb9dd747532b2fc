using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Review;

namespace Codex.Cli.Commands.Exec;

/// <summary><c>codex exec</c> and the commands below it.</summary>
internal static class ExecSpec
{
    private const RootOptions Accepted = RootOptions.Profile | RootOptions.StrictConfig;

    public static CommandSpec Exec() => new()
    {
        Name = "exec",
        Aliases = ["e"],
        About = "Run the agent without a user interface",
        Usage = "codex exec [OPTIONS] [PROMPT]\n       codex exec [OPTIONS] <COMMAND> [ARGS]",
        VersionName = "codex-cli-exec",
        SubcommandsFirst = true,
        Options =
        [
            SharedOptions.StrictConfig() with { Global = true },
            .. Array.ConvertAll(SharedOptions.Runtime(), Inherited),
            .. Own(),
        ],
        Arguments = [Prompt()],
        Subcommands = [Resume(), Review()],
        Accepts = Accepted,
        Run = ExecCommand.RunAsync,
    };

    private static ArgumentSpec Prompt() => new()
    {
        Name = "PROMPT",
        Kind = ValueKind.Text,
        Help = "What the agent is to do. Without it, or with `-`, standard input is read; input that is piped in beside a prompt is appended to it as a `<stdin>` block",
    };

    private static OptionSpec[] Own() =>
    [
        new() { Long = "skip-git-repo-check", Global = true, Help = "Run outside a Git repository as well" },
        new() { Long = "ephemeral", Global = true, Help = "Keep nothing of the session on disk" },
        new() { Long = "ignore-user-config", Global = true, Help = "Do without `$CODEX_HOME/config.toml`; credentials are still used" },
        new() { Long = "ignore-rules", Global = true, Help = "Do without `.rules` files of user and project" },
        new() { Long = "full-auto", Global = true, Hidden = true, Help = "Deprecated: use `--sandbox workspace-write`", Conflicts = [SharedOptions.Bypass] },
        new() { Long = "output-schema", ValueName = "FILE", Kind = ValueKind.Path, Global = true, Help = "A file with the JSON schema that the final message must follow" },
        new() { Long = "color", ValueName = "COLOR", Help = "When to colour the output", PossibleValues = ["always", "never", "auto"], DefaultValue = "auto" },
        new() { Long = "json", Aliases = ["experimental-json"], Global = true, Help = "Print events as JSON lines" },
        new() { Long = "output-last-message", Short = 'o', ValueName = "FILE", Kind = ValueKind.Path, Global = true, Help = "File that the final message is written to" },
    ];

    // What follows a subcommand may repeat these, but not the options that only make sense for a new session.
    private static OptionSpec Inherited(OptionSpec option) => option.Long is "model" or SharedOptions.Bypass or "dangerously-bypass-hook-trust"
        ? option with { Global = true, CompletedBehind = SharedOptions.LastOfRuntime }
        : option;

    private static CommandSpec Resume() => new()
    {
        Name = "resume",
        About = "Go on with an earlier session, by id, by name or with --last",
        Options =
        [
            new() { Long = "last", Help = "Go on with the newest session" },
            new() { Long = "all", Help = "Consider sessions of all directories" },
            SharedOptions.Images() with { TakesManyValues = false, Help = "Image files to send with the message" },
        ],
        Arguments =
        [
            new ArgumentSpec { Name = "SESSION_ID", Help = "Id (UUID) or name of a session. Leave it out with --last" },
            new ArgumentSpec { Name = "PROMPT", Kind = ValueKind.Text, Help = "The next message; `-` reads standard input" },
        ],
        Accepts = Accepted,
        Run = ExecCommand.RunAsync,
    };

    private static CommandSpec Review() => new()
    {
        Name = "review",
        About = "Review changes of the current repository",
        Options = ReviewSpec.Target(),
        Arguments = [ReviewSpec.Instructions()],
        Accepts = Accepted,
        Run = ExecCommand.RunAsync,
    };
}
