using System.Diagnostics;
using Codex.Formats.Ignore;

namespace Codex.Formats.Tests.Ignore;

public sealed class IgnoreTreeTests
{
    [Theory]
    [InlineData("secret", "secret", true)]
    [InlineData("secret", "a/b/secret", true)]
    [InlineData("secret", "secret/inside", true)]
    [InlineData("secret", "secrets", false)]
    [InlineData("/secret", "a/secret", false)]
    [InlineData("a/secret", "a/secret", true)]
    [InlineData("a/secret", "b/a/secret", false)]
    [InlineData("build/", "build", false)]
    [InlineData("build/", "build/x", true)]
    [InlineData("*.pem", "keys/server.pem", true)]
    [InlineData("*.pem", "keys/server.pem.txt", false)]
    [InlineData("a*b*c", "axxbyyc", true)]
    [InlineData("?.c", "é.c", true)]
    [InlineData("a/*", "a/b/c", true)]
    [InlineData("a/*/c", "a/b/d/c", false)]
    [InlineData("**/x", "x", true)]
    [InlineData("**/x", "a/b/x", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**", "a/b/c", true)]
    [InlineData("a/**/z", "a/z", true)]
    [InlineData("a/**/z", "a/b/c/z", true)]
    [InlineData("a/**/m/**/z", "a/m/m/b/z", true)]
    [InlineData("a**z", "a/z", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[]x]y", "]y", true)]
    [InlineData("[[:digit:]]", "7", true)]
    [InlineData("[a", "[a", false)]
    [InlineData("# note", "# note", false)]
    [InlineData("\\#note", "#note", true)]
    [InlineData("\\!note", "!note", true)]
    [InlineData("space ", "space", true)]
    [InlineData("space\\ ", "space ", true)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("*.log\n!keep.log", "keep.log", false)]
    [InlineData("*.log\n!keep.log", "x/other.log", true)]
    [InlineData("logs/\n!logs/keep.log", "logs/keep.log", true)]
    [InlineData("*\n!a/\n!a/b", "a/b", false)]
    [InlineData("/", "a", false)]
    [InlineData("", "a", false)]
    [InlineData("a\r\nb\r\n", "b", true)]
    public void Patterns_mean_what_they_mean_to_git(string patterns, string path, bool expected) =>
        Assert.Equal(expected, Root(patterns).IsIgnored(path, isDirectory: false));

    [Fact]
    public void Files_further_in_add_to_those_further_out_and_take_nothing_back()
    {
        var tree = new IgnoreTree(new Dictionary<string, IgnoreFile>
        {
            [""] = IgnoreFile.Parse("*.env\n/gone/"),
            ["a"] = IgnoreFile.Parse("!public.env\n/only\n*.key\n!demo.key"),
            ["gone"] = IgnoreFile.Parse("!*"),
        });
        Assert.True(tree.IsIgnored("a/public.env", isDirectory: false));
        Assert.True(tree.IsIgnored("a/b/x.key", isDirectory: false));
        Assert.False(tree.IsIgnored("a/demo.key", isDirectory: false));
        Assert.False(tree.IsIgnored("x.key", isDirectory: false));
        Assert.True(tree.IsIgnored("a/x.env", isDirectory: false));
        Assert.True(tree.IsIgnored("a/only", isDirectory: false));
        Assert.False(tree.IsIgnored("a/b/only", isDirectory: false));
        Assert.True(tree.IsIgnored("gone/x", isDirectory: false));
    }

    [Theory]
    [InlineData("*.PEM", "Keys/server.pem")]
    [InlineData("/keys/", "KEYS/server")]
    [InlineData("[A-C]x", "bX")]
    public void Case_counts_only_where_the_file_system_tells_it_apart(string pattern, string path)
    {
        Assert.False(Root(pattern).IsIgnored(path, isDirectory: false));
        Assert.True(new IgnoreTree(new Dictionary<string, IgnoreFile> { [""] = IgnoreFile.Parse(pattern, ignoresCase: true) }).IsIgnored(path, isDirectory: false));
    }

    [Fact]
    public void Git_itself_agrees_on_random_patterns()
    {
        var random = new Random(4711);
        string[] pieces = ["a", "b", "*", "?", "/", "**", "/**/", "**/", "[ab]", "[!a]", "\\*", "!", "ab", ".", "[[:alpha:]]"];
        string[] paths = ["a", "b", "ab", "a/b", "b/a", "a/b/c", "a/a/b", "ab/a", ".a", "*", "a.b", "c", "b/b/b/a"];
        var directory = Directory.CreateTempSubdirectory("codex-ignore-").FullName;
        try
        {
            Run(directory, "", "init", "-q");
            for (var round = 0; round < 60; round++)
            {
                var text = string.Join('\n', Enumerable.Range(0, 3).Select(_ => string.Concat(random.GetItems(pieces, random.Next(1, 5))) + (random.Next(5) is 0 ? "/" : "")));
                File.WriteAllText(Path.Join(directory, ".gitignore"), text + "\n");
                var ignored = Run(directory, string.Join('\n', paths) + "\n", "check-ignore", "--no-index", "--stdin").Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal((text, string.Join(' ', ignored)), (text, string.Join(' ', paths.Where(path => Root(text).IsIgnored(path, isDirectory: false)))));
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void No_pattern_takes_long()
    {
        var watch = Stopwatch.StartNew();
        Assert.False(Root(string.Concat(Enumerable.Repeat("*a", 200)) + "b").IsIgnored(new string('a', 5_000), isDirectory: false));
        Assert.False(Root(string.Concat(Enumerable.Repeat("**/a/", 100)) + "b").IsIgnored(string.Join('/', Enumerable.Repeat("a", 300)), isDirectory: false));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void No_text_makes_the_reader_throw_or_loop()
    {
        var random = new Random(4711);
        string[] pieces = ["*", "**", "/", "?", "[", "]", "!", "^", "-", "#", " ", "\\", "\n", "\r", "a", "b", "é", "\0", "\ud800", "[:alpha:]", "[:", ":]", "\ufeff", "[a-"];
        for (var round = 0; round < 20_000; round++)
        {
            var path = string.Concat(random.GetItems(pieces, random.Next(1, 12)));
            var text = string.Concat(random.GetItems(pieces, random.Next(0, 16)));
            _ = Root(text).IsIgnored(path, isDirectory: round % 2 is 0);
            _ = IgnoreFile.Parse(text, ignoresCase: true).Decide([path], isDirectory: false);
        }
    }

    private static IgnoreTree Root(string patterns) => new(new Dictionary<string, IgnoreFile> { [""] = IgnoreFile.Parse(patterns) });

    private static string Run(string directory, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = directory, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
