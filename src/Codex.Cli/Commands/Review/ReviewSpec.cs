using Codex.Cli.CommandLine;
using Codex.Cli.Commands.Exec;

namespace Codex.Cli.Commands.Review;

/// <summary><c>codex review</c>, and what <c>codex exec review</c> shares with it.</summary>
internal static class ReviewSpec
{
    public static CommandSpec Review() => new()
    {
        Name = "review",
        About = "Review changes without a user interface",
        Options = [SharedOptions.StrictConfig(), .. Target()],
        Arguments = [Instructions()],
        Accepts = RootOptions.Profile | RootOptions.StrictConfig,
        Run = ExecCommand.RunAsync,
    };

    /// <summary>What is reviewed.</summary>
    public static OptionSpec[] Target() =>
    [
        new() { Long = "uncommitted", Help = "Review everything that is not committed", Conflicts = ["base", "commit", "PROMPT"] },
        new() { Long = "base", ValueName = "BRANCH", Help = "Review the changes against a branch", Conflicts = ["uncommitted", "commit", "PROMPT"] },
        new() { Long = "commit", ValueName = "SHA", Help = "Review one commit", Conflicts = ["uncommitted", "base", "PROMPT"] },
        new() { Long = "title", ValueName = "TITLE", Help = "Title of the commit, for display", Requires = ["commit"] },
    ];

    /// <summary>The reviewer's instructions.</summary>
    public static ArgumentSpec Instructions() =>
        new() { Name = "PROMPT", Kind = ValueKind.Text, Help = "Instructions for the review; `-` reads standard input" };
}
