using Codex.Formats.Diffs;

namespace Codex.Formats.Tests.Diffs;

public sealed class UnifiedDiffTests
{
    private static string Diff(string before, string after, int context = 1) => UnifiedDiff.Create(before, after, context, header: null);

    [Fact]
    public void Equal_texts_have_no_hunks() => Assert.Equal("", Diff("a\nb\n", "a\nb\n"));

    [Fact]
    public void A_changed_line_is_shown_with_its_neighbours() =>
        Assert.Equal("@@ -2,3 +2,3 @@\n b\n-c\n+C\n d\n", Diff("a\nb\nc\nd\ne\n", "a\nb\nC\nd\ne\n"));

    [Fact]
    public void Near_changes_share_a_hunk_and_far_ones_do_not()
    {
        Assert.Equal("@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n-d\n+D\n", Diff("a\nb\nc\nd\n", "A\nb\nc\nD\n"));
        Assert.Equal("@@ -1,2 +1,2 @@\n-a\n+A\n b\n@@ -4,2 +4,2 @@\n d\n-e\n+E\n", Diff("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n"));
    }

    [Fact]
    public void A_single_line_is_counted_without_a_length() => Assert.Equal("@@ -1 +1,2 @@\n a\n+b\n", Diff("a\n", "a\nb\n"));

    [Fact]
    public void A_new_or_emptied_text_starts_at_line_0()
    {
        Assert.Equal("@@ -0,0 +1,2 @@\n+a\n+b\n", Diff("", "a\nb\n"));
        Assert.Equal("@@ -1,2 +0,0 @@\n-a\n-b\n", Diff("a\nb\n", ""));
    }

    [Fact]
    public void A_missing_last_line_feed_is_marked() =>
        Assert.Equal("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n", Diff("a", "a\n"));

    [Fact]
    public void The_header_stands_before_the_first_hunk_only()
    {
        var header = new UnifiedDiffHeader("a/x", "b/x");
        Assert.Equal("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n", UnifiedDiff.Create("a\n", "b\n", 3, header));
        Assert.Equal("", UnifiedDiff.Create("a\n", "a\n", 3, header));
    }

    [Fact]
    public void A_repeated_block_is_added_where_the_original_adds_it() =>
        Assert.Equal("@@ -4 +4,5 @@\n }\n+\n+f\n+{\n+}\n", Diff("\nf\n{\n}\n", "\nf\n{\n}\n\nf\n{\n}\n"));

    [Fact]
    public void Carriage_returns_end_lines() => Assert.Equal("@@ -1,2 +1,2 @@\n a\r-b\r\n+c\r\n", Diff("a\rb\r\n", "a\rc\r\n"));

    [Fact]
    public void Every_diff_leads_from_one_text_to_the_other()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var before = Lines(random);
            var after = Lines(random);
            Assert.Equal(after, Apply(before, UnifiedDiff.Create(Join(before), Join(after), 1_000, header: null)));
        }
    }

    private static List<string> Lines(Random random) => [.. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4).ToString())];

    private static string Join(List<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static List<string> Apply(List<string> before, string diff)
    {
        if (diff.Length == 0)
            return before;
        var shown = diff.TrimEnd('\n').Split('\n')[1..];
        Assert.Equal(before, shown.Where(line => line[0] != '+').Select(line => line[1..]));
        return [.. shown.Where(line => line[0] != '-').Select(line => line[1..])];
    }
}
