using System.Runtime.Versioning;
using Codex.Execution.Patching;
using Codex.Formats.Patch;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Patching;

[UnsupportedOSPlatform("windows")]
public sealed class PatchedFilesTests : IDisposable
{
    private const UnixFileMode Script = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;

    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private CommandRun Apply(params string[] body) => CommandRun.Apply(_directory.Root, body);

    [Fact]
    public void Permissions_survive_an_update_a_move_and_an_overwriting_add()
    {
        File.SetUnixFileMode(_directory.Write("a.sh", "a\n"), Script);
        File.SetUnixFileMode(_directory.Write("b.sh", "b\n"), Script);
        File.SetUnixFileMode(_directory.Write("c.sh", "c\n"), Script);

        var run = Apply(
            "*** Update File: a.sh", "@@", "-a", "+A", "*** Update File: b.sh", "*** Move to: d.sh", "@@", "-b", "+B",
            "*** Add File: c.sh", "+C");

        Assert.Equal(0, run.ExitCode);
        Assert.All(["a.sh", "d.sh", "c.sh"], name => Assert.Equal(Script, File.GetUnixFileMode(_directory[name])));
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_file_changes()
    {
        _directory.Write("real/file.txt", "a\n");
        File.CreateSymbolicLink(_directory["link.txt"], "real/file.txt");

        Assert.Equal(0, Apply("*** Update File: link.txt", "@@", "-a", "+b").ExitCode);

        Assert.Equal("real/file.txt", new FileInfo(_directory["link.txt"]).LinkTarget);
        Assert.Equal("b\n", File.ReadAllText(_directory["real/file.txt"]));
    }

    [Fact]
    public void Deleting_a_symbolic_link_leaves_its_file()
    {
        _directory.Write("file.txt", "a\n");
        File.CreateSymbolicLink(_directory["link.txt"], "file.txt");

        Assert.Equal(0, Apply("*** Delete File: link.txt").ExitCode);

        Assert.Equal(["file.txt"], Directory.GetFiles(_directory.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_new_file_may_be_written_through_a_link_to_nowhere()
    {
        File.CreateSymbolicLink(_directory["link.txt"], "later.txt");
        Assert.Equal(0, Apply("*** Add File: link.txt", "+a").ExitCode);
        Assert.Equal("a\n", File.ReadAllText(_directory["later.txt"]));
    }

    [Fact]
    public void Hard_links_stay_together()
    {
        _directory.Write("a.txt", "a\n");
        using (var link = System.Diagnostics.Process.Start("ln", [_directory["a.txt"], _directory["b.txt"]]))
            link.WaitForExit();

        Assert.Equal(0, Apply("*** Update File: a.txt", "@@", "-a", "+longer").ExitCode);

        Assert.Equal("longer\n", File.ReadAllText(_directory["b.txt"]));
    }

    [Fact]
    public void No_other_file_is_left_in_the_directory()
    {
        _directory.Write("a.txt", "a\n");
        Apply("*** Update File: a.txt", "@@", "-a", "+b");
        Apply("*** Update File: a.txt", "@@", "-x", "+b");
        Assert.Equal([_directory["a.txt"]], Directory.GetFileSystemEntries(_directory.Root));
    }

    [Fact]
    public void The_policy_is_asked_for_the_real_path()
    {
        var outside = _directory.Write("outside/secret.txt", "a\n");
        var inside = _directory.Create("inside");
        Directory.CreateSymbolicLink(Path.Combine(inside, "door"), "../outside");
        File.CreateSymbolicLink(Path.Combine(inside, "alias"), "../outside/secret.txt");
        var policy = new Below(inside);

        Assert.Equal($"Failed to write file {inside}/door/secret.txt\n", Apply(policy, inside, "*** Update File: door/secret.txt\n@@\n-a\n+b"));
        Assert.Equal($"Failed to write file {inside}/alias\n", Apply(policy, inside, "*** Update File: alias\n@@\n-a\n+b"));
        Assert.Equal($"Failed to write file {inside}/door/new\n", Apply(policy, inside, "*** Add File: door/new\n+b"));
        Assert.Equal($"Failed to delete file {inside}/door/secret.txt\n", Apply(policy, inside, "*** Delete File: door/secret.txt"));
        Assert.StartsWith($"Failed to ", Apply(policy, inside, "*** Add File: door/deep/new\n+b"), StringComparison.Ordinal);
        Assert.Equal("", Apply(policy, inside, "*** Delete File: alias"));
        Assert.Equal("a\n", File.ReadAllText(outside));
        Assert.Equal([outside], Directory.GetFileSystemEntries(_directory["outside"]));
    }

    private static string Apply(IPatchPathPolicy policy, string directory, string body)
    {
        var patch = PatchParser.Parse($"*** Begin Patch\n{body}\n*** End Patch").Document!;
        return new PatchApplier(new PatchPaths(directory, null), policy, changes: null).Apply(patch).StandardError;
    }

    private sealed class Below(string root) : IPatchPathPolicy
    {
        public bool AllowsWrite(string realPath) => realPath.StartsWith(root + "/", StringComparison.Ordinal);
    }
}
