using Codex.Execution.Patching;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Patching;

public sealed class ApplyPatchCommandTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private CommandRun Apply(params string[] body) => CommandRun.Apply(_directory.Root, body);

    private string Read(string path) => File.ReadAllText(_directory[path]);

    private static CommandRun Success(string files) => new(0, "Success. Updated the following files:\n" + files, "");

    private static CommandRun Failure(string error) => new(1, "", error + "\n");

    [Fact]
    public void Files_are_added_updated_moved_and_deleted_and_listed_by_kind()
    {
        _directory.Write("old.txt", "a\n");
        _directory.Write("gone.txt", "x\n");
        _directory.Write("move.txt", "m\n");

        var run = Apply(
            "*** Delete File: gone.txt", "*** Update File: old.txt", "@@", "-a", "+b", "*** Update File: move.txt",
            "*** Move to: deep/er/moved.txt", "@@", "-m", "+n", "*** Add File: new/file.txt", "+hello", "*** Add File: empty.txt");

        Assert.Equal(Success("A new/file.txt\nA empty.txt\nM old.txt\nM deep/er/moved.txt\nD gone.txt\n"), run);
        Assert.Equal(("b\n", "n\n", "hello\n", ""), (Read("old.txt"), Read("deep/er/moved.txt"), Read("new/file.txt"), Read("empty.txt")));
        Assert.False(File.Exists(_directory["gone.txt"]) || File.Exists(_directory["move.txt"]));
    }

    [Fact]
    public void An_added_file_replaces_one_that_is_there()
    {
        _directory.Write("a.txt", "old\r\n");
        Assert.Equal(Success("A a.txt\n"), Apply("*** Add File: a.txt", "+new"));
        Assert.Equal("new\n", Read("a.txt"));
    }

    [Fact]
    public void A_failure_leaves_what_was_applied_before_it()
    {
        var run = Apply("*** Add File: first.txt", "+1", "*** Update File: missing.txt", "@@", "-a", "*** Add File: last.txt", "+2");

        Assert.Equal(Failure($"Failed to read file to update {_directory["missing.txt"]}: No such file or directory (os error 2)"), run);
        Assert.True(File.Exists(_directory["first.txt"]));
        Assert.False(File.Exists(_directory["last.txt"]));
    }

    [Fact]
    public void Lines_that_are_not_there_are_shown()
    {
        _directory.Write("a.txt", "x\n");
        Assert.Equal(
            Failure($"Failed to find expected lines in {_directory["a.txt"]}:\none\ntwo"),
            Apply("*** Update File: a.txt", "@@", " one", "-two"));
        Assert.Equal("x\n", Read("a.txt"));
    }

    [Fact]
    public void A_directory_is_not_deleted_updated_or_overwritten()
    {
        var path = _directory.Create("dir");
        Assert.Equal(Failure($"Failed to delete file {path}"), Apply("*** Delete File: dir"));
        Assert.Equal(Failure($"Failed to read file to update {path}: Is a directory (os error 21)"), Apply("*** Update File: dir", "@@", "-a"));
        Assert.Equal(Failure($"Failed to write file {path}"), Apply("*** Add File: dir", "+a"));
        Assert.Empty(Directory.GetFiles(_directory.Root));
    }

    [Fact]
    public void A_file_is_no_directory()
    {
        _directory.Write("f", "a\n");
        Assert.Equal(Failure($"Failed to write file {_directory["f/x"]}"), Apply("*** Add File: f/x", "+a"));
        Assert.Equal(
            Failure($"Failed to read file to update {_directory["f/x"]}: Not a directory (os error 20)"),
            Apply("*** Update File: f/x", "@@", "-a"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_not_deleted() =>
        Assert.Equal(Failure($"Failed to delete file {_directory["no"]}"), Apply("*** Delete File: no"));

    [Fact]
    public void A_patch_without_operations_changes_nothing() => Assert.Equal(Failure("No files were modified."), Apply());

    [Fact]
    public void A_move_onto_itself_is_an_update()
    {
        _directory.Write("a.txt", "a\n");
        Assert.Equal(Success("M ./a.txt\n"), Apply("*** Update File: a.txt", "*** Move to: ./a.txt", "@@", "-a", "+b"));
        Assert.Equal("b\n", Read("a.txt"));
    }

    [Fact]
    public void A_tilde_is_the_home_directory()
    {
        Assert.Equal(Success("A ~/in-home.txt\n"), Apply("*** Add File: ~/in-home.txt", "+a"));
        Assert.Equal("a\n", Read("in-home.txt"));
    }

    [Fact]
    public void The_patch_may_come_from_standard_input() =>
        Assert.Equal(
            Success("A a\n"), CommandRun.InProcess(_directory.Root, "*** Begin Patch\n*** Add File: a\n+b\n*** End Patch\n"));

    [Fact]
    public void Neither_argument_nor_input_shows_the_usage() =>
        Assert.Equal(
            new CommandRun(2, "", "Usage: apply_patch 'PATCH'\n       echo 'PATCH' | apply_patch\n"),
            CommandRun.InProcess(_directory.Root, ""));

    [Fact]
    public void Two_arguments_are_refused() =>
        Assert.Equal(
            new CommandRun(2, "", "Error: apply_patch accepts exactly one argument.\n"),
            CommandRun.InProcess(_directory.Root, null, "a", "b"));

    [Fact]
    public void Input_that_is_no_text_is_refused()
    {
        using var input = new MemoryStream([0xFF]);
        using var error = new MemoryStream();
        Assert.Equal(1, new ApplyPatchCommand(input, Stream.Null, error).Run([], _directory.Root, null));
        Assert.Equal("Error: Failed to read PATCH from stdin.\nstream did not contain valid UTF-8\n"u8, error.ToArray());
    }

    [Fact]
    public void Behind_its_flag_the_command_takes_one_argument_and_ignores_more()
    {
        using var error = new MemoryStream();
        var command = new ApplyPatchCommand(Stream.Null, Stream.Null, error);
        Assert.Equal(0, command.RunBehindFlag(["*** Begin Patch\n*** Add File: a\n+b\n*** End Patch", "x"], _directory.Root, null));
        Assert.Equal(1, command.RunBehindFlag([], _directory.Root, null));
        Assert.Equal("Error: --codex-run-as-apply-patch requires a UTF-8 PATCH argument.\n"u8, error.ToArray());
    }
}
