using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

public sealed class FileSystemAccessTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("codex-access-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_workspace_is_writable_except_for_repository_and_agent_data()
    {
        var access = Workspace();

        Assert.True(access.CanWrite("file"));
        Assert.True(access.CanWrite("sub/.git/config"));
        Assert.False(access.CanWrite(".git/config"));
        Assert.False(access.CanWrite(".codex"));
        Assert.False(access.CanWrite(".agents/x"));
        Assert.False(access.CanWrite("../sibling"));
        Assert.False(access.CanWrite("sub/../../sibling"));
        Assert.True(access.CanRead("/etc/passwd"));
    }

    [Fact]
    public void The_repository_that_a_git_file_points_to_is_protected_too()
    {
        var repository = Directory.CreateDirectory(Path.Combine(_root, "store", "worktree")).FullName;
        File.WriteAllText(Path.Combine(_root, ".git"), "gitdir: store/worktree\n");

        var root = Assert.Single(Workspace().WritableRoots());

        Assert.Contains(repository, root.ReadOnlySubpaths);
        Assert.Contains(Path.Combine(_root, ".git"), root.ReadOnlySubpaths);
        Assert.Equal(ProtectedPaths.Names, root.ProtectedNames);
    }

    [Fact]
    public void An_explicit_entry_lifts_the_protection_of_its_path_only()
    {
        var access = Workspace(FileSystemSandboxEntry.ForPath(Path.Combine(_root, ".git"), FileSystemAccessMode.Write));

        Assert.True(access.CanWrite(".git/config"));
        Assert.False(access.CanWrite(".codex/config.toml"));
        Assert.Equal([".agents", ".codex"], access.WritableRoots().Single(root => root.Root == _root).ProtectedNames);
    }

    [Fact]
    public void The_deeper_entry_wins_and_deny_wins_at_the_same_path()
    {
        var secret = Path.Combine(_root, "secret");
        var access = Workspace(
            FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Write),
            FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Deny),
            FileSystemSandboxEntry.ForPath(Path.Combine(secret, "open"), FileSystemAccessMode.Read));

        Assert.False(access.CanRead("secret/x"));
        Assert.True(access.CanRead("secret/open/x"));
        Assert.False(access.CanWrite("secret/open/x"));
        Assert.Equal([secret], access.UnreadableRoots());
        Assert.False(access.HasFullDiskRead);
    }

    [Fact]
    public void A_protected_name_that_is_a_link_keeps_its_own_spelling()
    {
        var decoy = Directory.CreateDirectory(Path.Combine(_root, "decoy")).FullName;
        var link = Path.Combine(_root, ".codex");
        Directory.CreateSymbolicLink(link, decoy);

        var root = Assert.Single(Workspace().WritableRoots());

        Assert.Contains(link, root.ReadOnlySubpaths);
        Assert.DoesNotContain(decoy, root.ReadOnlySubpaths);
    }

    [Fact]
    public void Writing_the_whole_disk_needs_no_root_list_unless_something_narrows_it()
    {
        var everything = FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Write);

        Assert.True(Access(everything).HasFullDiskWrite);
        Assert.False(Access(everything, FileSystemSandboxEntry.ForPath("/etc", FileSystemAccessMode.Read)).HasFullDiskWrite);
        Assert.True(Access(everything, FileSystemSandboxEntry.ForPath("/", FileSystemAccessMode.Read)).HasFullDiskWrite);
        Assert.False(Access(everything, FileSystemSandboxEntry.ForPath("/etc", FileSystemAccessMode.Deny)).HasFullDiskRead);
    }

    [Fact]
    public void Temporary_directories_count_only_when_they_are_named()
    {
        var tmpdir = FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Tmpdir, FileSystemAccessMode.Write);

        Assert.False(Access(tmpdir).CanWrite("/scratch/x"));
        Assert.True(new FileSystemAccess(FileSystemSandboxPolicy.Restricted([tmpdir]), new(_root, "/scratch/")).CanWrite("/scratch/x"));
        Assert.Empty(new FileSystemAccess(FileSystemSandboxPolicy.Restricted([tmpdir]), new(_root, string.Empty)).WritableRoots());
    }

    [Fact]
    public void Denied_patterns_become_absolute()
    {
        var access = Access(new FileSystemSandboxEntry(new FileSystemPath.Glob("**/*.env"), FileSystemAccessMode.Deny));

        Assert.Equal([Path.Combine(_root, "**/*.env")], access.UnreadableGlobs());
    }

    private FileSystemAccess Workspace(params FileSystemSandboxEntry[] more) => Access(
    [
        FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
        FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
        .. more,
    ]);

    private FileSystemAccess Access(params FileSystemSandboxEntry[] entries) =>
        new(FileSystemSandboxPolicy.Restricted(entries), new(_root, null));
}
