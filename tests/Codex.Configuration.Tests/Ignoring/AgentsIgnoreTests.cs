using Codex.Configuration.Ignoring;
using Codex.TestSupport.Files;

namespace Codex.Configuration.Tests.Ignoring;

public sealed class AgentsIgnoreTests : IDisposable
{
    private readonly TempDirectory _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("secret.pem", true)]
    [InlineData("a/b/secret.pem", true)]
    [InlineData("secrets/inner/key", true)]
    [InlineData("a/secrets/key", false)]
    [InlineData("a/../secret.pem", true)]
    [InlineData("public.pem", false)]
    [InlineData("sub/only", true)]
    [InlineData("only", false)]
    [InlineData("sub/lifted.pem", true)]
    [InlineData("source.cs", false)]
    public void Files_are_denied_by_the_patterns_above_them(string path, bool expected)
    {
        Workspace();

        Assert.Equal(expected, Find().Denies(_files[path]));
    }

    [Fact]
    public void A_name_that_leads_to_a_denied_file_is_denied_and_so_is_a_denied_name_that_leads_elsewhere()
    {
        Workspace();
        var secret = _files.Write("secret.pem", "canary");
        _files.Write("plain", "text");
        File.CreateSymbolicLink(_files["link"], secret);
        Directory.CreateSymbolicLink(_files["way"], _files["secrets"]);
        File.CreateSymbolicLink(_files["named.pem"], _files["plain"]);
        var ignored = Find();

        Assert.True(ignored.Denies(_files["link"]));
        Assert.True(ignored.Denies(_files["way/inner/key"]));
        Assert.True(ignored.Denies(_files["named.pem"]));
        Assert.True(ignored.Denies($"/proc/self/root{secret}"));
        Assert.False(ignored.Denies(_files["plain"]));
    }

    [Fact]
    public void An_open_file_is_known_by_where_it_lies_and_by_its_other_names()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the kernel's account of open files");
        Workspace();
        var secret = _files.Write("secret.pem", "canary");
        HardLink(secret, _files["copy.txt"]);
        HardLink(_files.Write("one", "1"), _files["two"]);
        var ignored = Find();

        using var byOtherName = File.OpenHandle(_files["copy.txt"]);
        using var harmless = File.OpenHandle(_files["two"]);
        using var exchanged = File.OpenHandle(secret);

        Assert.True(ignored.Denies(byOtherName, _files["copy.txt"]));
        Assert.False(ignored.Denies(harmless, _files["two"]));
        Assert.True(ignored.Denies(exchanged, _files["source.cs"]));
    }

    [Fact]
    public void A_scan_names_what_is_hidden_the_rules_and_the_directories_that_must_stay()
    {
        Workspace();
        _files.Write("config/deep/token", "canary");
        _files.Write("a/key.pem", "canary");
        File.AppendAllText(_files[".agentsignore"], "/config/deep/token\n");

        var paths = Find().Scan();

        Assert.Equal([_files["a/key.pem"], _files["config/deep/token"], _files["secrets"]], paths.Hidden);
        Assert.Equal([_files[".agentsignore"], _files["sub/.agentsignore"]], paths.Rules);
        Assert.Equal([_files["config"], _files["config/deep"]], paths.Pinned);
    }

    [Fact]
    public void Other_names_of_a_hidden_file_are_hidden_as_well()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "hard links are told by statx");
        Workspace();
        HardLink(_files.Write("key.pem", "canary"), _files["a/copy.txt"]);
        HardLink(_files.Write("secrets/inner/token", "canary"), _files["token.txt"]);
        File.CreateSymbolicLink(_files["linked.pem"], _files.Write("target.txt", "canary"));

        Assert.Equal(
            [_files["a/copy.txt"], _files["key.pem"], _files["secrets"], _files["target.txt"], _files["token.txt"]], Find().Scan().Hidden);
    }

    [Fact]
    public void Rules_of_the_outermost_repository_hold_in_it_and_others_do_not_reach_in()
    {
        _files.Write(".agentsignore", "*");
        _files.Write("repo/.git/HEAD", "ref");
        _files.Write("repo/.agentsignore", "*.key");
        _files.Write("repo/inner/.git/HEAD", "ref");
        _files.Write("repo/inner/x.key", "canary");
        _files.Write("repo/inner/x.txt", "text");

        var ignored = AgentsIgnore.Find(_files["repo/inner"]);

        Assert.True(ignored.Denies(_files["repo/inner/x.key"]));
        Assert.False(ignored.Denies(_files["repo/inner/x.txt"]));
        Assert.True(ignored.IsRule(_files["repo/.agentsignore"]));
        Assert.False(ignored.IsRule(_files[".agentsignore"]));
    }

    [Fact]
    public void Without_a_file_there_is_nothing_to_do()
    {
        _files.Write("a/x", "text");

        Assert.True(AgentsIgnore.Find(_files.Root, _files["a"], _files["missing"]).IsEmpty);
        Assert.Same(IgnoredPaths.None, AgentsIgnore.None.Scan());
    }

    [Fact]
    public void Rules_that_cannot_be_known_stop_everything()
    {
        _files.Write(".agentsignore", new string('#', (1024 * 1024) + 1));

        Assert.Throws<IOException>(() => Find().Scan());
        Assert.Throws<IOException>(() => Find().Denies(_files["x"]));
    }

    [Fact]
    public void More_files_than_can_be_hidden_stop_everything()
    {
        _files.Write(".agentsignore", "*.log");
        for (var index = 0; index < 2049; index++)
            _files.Write($"{index}.log", "");

        Assert.Contains("name whole directories", Assert.Throws<IOException>(() => Find().Scan()).Message, StringComparison.Ordinal);
    }

    private static void HardLink(string existing, string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(name)!);
        using var process = System.Diagnostics.Process.Start("ln", [existing, name]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private AgentsIgnore Find() => AgentsIgnore.Find(_files.Root);

    private void Workspace()
    {
        _files.Write(".agentsignore", "*.pem\n!public.pem\n/secrets/\n");
        _files.Write("sub/.agentsignore", "/only\n!lifted.pem\n");
        _files.Write("secrets/inner/key", "canary");
        _files.Write("source.cs", "text");
    }
}
