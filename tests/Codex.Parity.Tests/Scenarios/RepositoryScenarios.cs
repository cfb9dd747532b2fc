using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What a turn tells the server about the repository that it works in.</summary>
public sealed class RepositoryScenarios
{
    [Fact]
    public Task Nothing_changed() => BothPrograms.AgreeOnAsync(Turn(static _ => { }));

    [Fact]
    public Task A_file_that_git_does_not_know() => BothPrograms.AgreeOnAsync(Turn(workspace => File.WriteAllText(Path.Combine(workspace, "new.txt"), "new")));

    [Fact]
    public Task A_file_that_changed() => BothPrograms.AgreeOnAsync(Turn(workspace => File.AppendAllText(Path.Combine(workspace, "a.txt"), "more")));

    [Fact]
    public Task A_file_that_is_ignored() => BothPrograms.AgreeOnAsync(Turn(workspace =>
    {
        File.WriteAllText(Path.Combine(workspace, ".git", "info", "exclude"), "*.log\n");
        File.WriteAllText(Path.Combine(workspace, "build.log"), "log");
    }));

    [Fact]
    public Task Several_places_that_commits_go_to() => BothPrograms.AgreeOnAsync(Turn(workspace =>
    {
        ReviewedRepository.Git(workspace, 4, "remote", "add", "upstream", "https://example.com/upstream.git");
        ReviewedRepository.Git(workspace, 4, "remote", "add", "origin", "git@example.com:own/fork.git");
        ReviewedRepository.Git(workspace, 4, "checkout", "-q", "--detach");
    }));

    [Fact]
    public Task A_repository_without_commits() => BothPrograms.AgreeOnAsync(
        Turn(static _ => { }) with { Workspace = static workspace => ReviewedRepository.Git(workspace, 1, "init", "-q", "-b", "main") });

    [Fact]
    public Task A_folder_within_a_work_tree_of_its_own() => BothPrograms.AgreeOnAsync(Turn(static workspace =>
    {
        ReviewedRepository.Git(workspace, 4, "worktree", "add", "-q", "linked", "behind");
        Directory.CreateDirectory(Path.Combine(workspace, "linked", "below"));
    }) with
    {
        Runs = [Invocation.Exec("--json", "-s", "danger-full-access", "-C", "linked/below", "do it")],
    });

    [Fact]
    public Task What_a_turn_changes_is_told_in_the_next_one() => BothPrograms.AgreeOnAsync(Turn(static _ => { }) with
    {
        Runs =
        [
            Invocation.Exec("--json", "-s", "danger-full-access", "do it"),
            Invocation.Exec("--json", "-s", "danger-full-access", "resume", "--last", "go on"),
        ],
        Script = static () =>
        [
            Model.Produces(OutputItem.Exec("c1", "echo four >> a.txt; git -c user.name=n -c user.email=e commit -qam four --date=@1700000004; touch new")),
            Model.Says("done"),
            Model.Produces(OutputItem.Exec("c2", "sleep 1")),
            Model.Says("ok"),
        ],
        Environment = new Dictionary<string, string?> { ["GIT_COMMITTER_DATE"] = "1700000004 +0000" },
    });

    // The command gives git the time to answer.
    private static Scenario Turn(Action<string> change) => new()
    {
        Runs = [Invocation.Exec("--json", "-s", "danger-full-access", "do it")],
        Script = static () => [Model.Produces(OutputItem.Exec("c1", "sleep 1")), Model.Says("ok")],
        Workspace = workspace =>
        {
            ReviewedRepository.Create(workspace);
            change(workspace);
        },
        ComparesLastWorkspaces = true,
        // Git's own files have times in them; 0.136.0 loses the items of some quick commands.
        Without = [Facet.Files, Facet.Output],
    };
}
