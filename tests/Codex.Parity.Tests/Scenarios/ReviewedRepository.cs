using System.Diagnostics;
using System.Globalization;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>A repository with something to review.</summary>
internal static class ReviewedRepository
{
    /// <summary>The current branch is one commit ahead of main; "behind" is one commit behind its upstream.</summary>
    internal static void Create(string workspace)
    {
        Git(workspace, 0, "init", "-q", "-b", "main");
        Commit(workspace, 1, "one");
        Git(workspace, 1, "branch", "behind");
        Commit(workspace, 2, "two");
        Git(workspace, 2, "branch", "-q", "--set-upstream-to=main", "behind");
        Git(workspace, 2, "checkout", "-q", "-b", "work");
        Commit(workspace, 3, "three");
    }

    /// <summary>Commits a line of a.txt.</summary>
    internal static void Commit(string workspace, int time, string text)
    {
        File.AppendAllText(Path.Combine(workspace, "a.txt"), text + "\n");
        Git(workspace, time, "add", "a.txt");
        Git(workspace, time, "commit", "-q", "-m", text);
    }

    /// <summary>Runs git. Times and names are fixed, so that commits have the same names on both sides.</summary>
    internal static void Git(string workspace, int time, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=n", "-c", "user.email=e", .. arguments]) { WorkingDirectory = workspace };
        var date = string.Create(CultureInfo.InvariantCulture, $"{1_700_000_000 + time} +0000");
        start.Environment["GIT_AUTHOR_DATE"] = date;
        start.Environment["GIT_COMMITTER_DATE"] = date;
        using var git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
