using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Protocol.Reviews;

namespace Codex.Cli.Commands.Review;

/// <summary>What the arguments of <c>review</c> ask for.</summary>
internal static class ReviewArguments
{
    /// <summary>The target; null when this is no review.</summary>
    /// <exception cref="CommandFailure">Nothing is named.</exception>
    public static ReviewTarget? Read(ParsedCommand command)
    {
        if (command.Spec.Name != "review")
            return null;
        if (command.Flag("uncommitted"))
            return new ReviewTarget.UncommittedChanges();
        if (command.Value("base") is { } branch)
            return new ReviewTarget.BaseBranch(branch);
        if (command.Value("commit") is { } sha)
            return new ReviewTarget.Commit(sha, command.Value("title"));
        return command.Argument("PROMPT") is { } instructions
            ? new ReviewTarget.Custom(instructions)
            : throw new CommandFailure("Error: Specify --uncommitted, --base, --commit, or provide custom review instructions");
    }
}
