using Codex.Protocol.Reviews;

namespace Codex.Engine.Reviews;

/// <summary>Words what the reviewer is asked to do.</summary>
internal sealed class ReviewPrompt(Session session)
{
    private const string Report = "Report your findings, the most important first.";

    /// <summary>The prompt for a target.</summary>
    public async Task<string> ForAsync(ReviewTarget target, CancellationToken cancellationToken) => target switch
    {
        ReviewTarget.UncommittedChanges => $"Review the current code changes: everything that is staged, unstaged or untracked. {Report}",
        ReviewTarget.BaseBranch { Branch: var branch } => ForBranch(branch, await MergeBaseAsync(branch, cancellationToken).ConfigureAwait(false)),
        ReviewTarget.Commit { Sha: var sha, Title: null } => $"Review the code changes introduced by commit {sha}. {Report}",
        ReviewTarget.Commit { Sha: var sha, Title: var title } => $"Review the code changes introduced by commit {sha} (\"{title}\"). {Report}",
        ReviewTarget.Custom { Instructions: var instructions } => instructions.Trim(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Task<string?> MergeBaseAsync(string branch, CancellationToken cancellationToken) =>
        new GitRepository(session.Services.Host, session.Options.WorkingDirectory).FindMergeBaseAsync(branch, cancellationToken);

    private static string ForBranch(string branch, string? mergeBase) => mergeBase is null
        ? $"Review the code changes against the base branch '{branch}'. The commit that both have in common could not be found out: look for it "
            + $"first, for example with `git merge-base HEAD \"$(git rev-parse --abbrev-ref \"{branch}@{{upstream}}\")\"`, then review what "
            + $"`git diff` shows since that commit. {Report}"
        : $"Review the code changes against the base branch '{branch}'. Both have commit {mergeBase} in common; `git diff {mergeBase}` shows what "
            + $"would be merged. {Report}";
}
