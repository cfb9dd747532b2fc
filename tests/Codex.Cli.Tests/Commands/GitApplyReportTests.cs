using Codex.Cli.Commands.Apply;

namespace Codex.Cli.Tests.Commands;

public sealed class GitApplyReportTests
{
    [Theory]
    [InlineData("Applied patch to 'a b.txt' cleanly.", "a b.txt", "", "")]
    [InlineData("Applied patch a.txt cleanly.", "a.txt", "", "")]
    [InlineData("Applied patch to 'a.txt' with conflicts.\nU a.txt", "", "", "a.txt")]
    [InlineData("Applying patch a.txt with 2 rejects...", "", "", "a.txt")]
    [InlineData("error: patch failed: a.txt:1\nerror: a.txt: patch does not apply", "", "a.txt", "")]
    [InlineData("error: patch failed: a.txt:1\nFalling back to three-way merge...\nApplied patch to 'a.txt' cleanly.", "a.txt", "", "")]
    [InlineData("Checking patch a.txt...\nerror: repository lacks the necessary blob to fall back on 3-way merge.", "", "a.txt", "")]
    [InlineData("error: a.txt: does not match index", "", "a.txt", "")]
    [InlineData("error: a.txt: does not exist in index", "", "a.txt", "")]
    [InlineData("error: a.txt already exists in working directory", "", "a.txt", "")]
    [InlineData("error: cannot apply binary patch to 'a.bin' without full index line", "", "a.bin", "")]
    [InlineData("warning: Cannot merge binary files: a.bin (ours vs. theirs)", "", "", "a.bin")]
    [InlineData("Skipped patch 'a.txt'.", "", "a.txt", "")]
    [InlineData("Performing three-way merge...\nsomething else", "", "", "")]
    public void Every_file_is_counted_once(string said, string applied, string skipped, string conflicted)
    {
        var report = GitApplyReport.Read(said);

        Assert.Equal((applied, skipped, conflicted), (string.Join(',', report.Applied), string.Join(',', report.Skipped), string.Join(',', report.Conflicted)));
    }
}
