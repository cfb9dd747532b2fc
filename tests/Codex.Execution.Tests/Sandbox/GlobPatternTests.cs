using Codex.Execution.Sandbox.Planning;

namespace Codex.Execution.Tests.Sandbox;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*.env", "a.env", true)]
    [InlineData("*.env", "d/a.env", false)]
    [InlineData("**/*.env", "a.env", true)]
    [InlineData("**/*.env", "d/e/a.env", true)]
    [InlineData("**/*.env", "d/a.envx", false)]
    [InlineData("d/**", "d/e/f", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[x", "[x", true)]
    [InlineData("*.{pem,key}", "id.key", true)]
    [InlineData("*.{pem,key}", "id.pub", false)]
    [InlineData("a**b", "a/x/b", true)]
    public void Patterns_match_as_in_ignore_files(string pattern, string path, bool expected) =>
        Assert.Equal(expected, GlobPattern.Parse(pattern).Matches(path));

    [Theory]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "a/xb", false)]
    [InlineData("a**/b", "ax/b", true)]
    [InlineData("**", "a/b", true)]
    [InlineData("***/b", "a/b", true)]
    [InlineData("{a,b}/{c,d}", "b/d", true)]
    [InlineData("[]x]", "]", true)]
    public void Further_forms_match_as_well(string pattern, string path, bool expected) =>
        Assert.Equal(expected, GlobPattern.Parse(pattern).Matches(path));

    [Fact]
    public void No_pattern_takes_long()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.False(GlobPattern.Parse(string.Concat(Enumerable.Repeat("*a", 200)) + "b").Matches(new string('a', 4_000)));
        Assert.False(GlobPattern.Parse(string.Concat(Enumerable.Repeat("**/a", 100)) + "b").Matches(string.Join('/', Enumerable.Repeat("a", 1_000))));
        Assert.Throws<Execution.Sandbox.SandboxException>(() => GlobPattern.Parse(string.Concat(Enumerable.Repeat("{a,b}", 40))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void No_text_makes_a_pattern_throw_or_loop()
    {
        var random = new Random(4711);
        string[] pieces = ["*", "**", "/", "?", "[", "]", "!", "^", "-", "{", "}", ",", "a", "b", "é", "\\", "\0", "\ud800", "**/", "[a-b]"];
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = string.Concat(random.GetItems(pieces, random.Next(0, 12)));
            var path = string.Concat(random.GetItems(pieces, random.Next(0, 12)));
            _ = GlobPattern.Parse(pattern).Matches(path);
            _ = Execution.Sandbox.Seatbelt.SeatbeltRegex.Pattern(pattern);
        }
    }
}
