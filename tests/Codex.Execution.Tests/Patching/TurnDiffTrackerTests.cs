using Codex.Execution.Patching;
using Codex.Formats.Patch;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Patching;

public sealed class TurnDiffTrackerTests : IDisposable
{
    private const string NoBlob = "0000000000000000000000000000000000000000";
    private const string BlobA = "78981922613b2afb6025042ff6bd878ac1994e85";
    private const string BlobB = "61780798228d17af2d34fce4cfbdf35556832472";

    private readonly TempDirectory _directory = new();
    private readonly TurnDiffTracker _tracker;

    public TurnDiffTrackerTests() => _tracker = new TurnDiffTracker(_directory.Root);

    public void Dispose() => _directory.Dispose();

    private string After(string body)
    {
        var changes = new AppliedChanges();
        var patch = PatchParser.Parse($"*** Begin Patch\n{body}\n*** End Patch").Document!;
        new PatchApplier(new PatchPaths(_directory.Root, null), policy: null, changes).Apply(patch);
        _tracker.Add(changes);
        return _tracker.Render();
    }

    [Fact]
    public void An_edit_is_shown_against_the_content_before_the_turn()
    {
        _directory.Write("f.txt", "a\n");
        After("*** Update File: f.txt\n@@\n-a\n+x");
        Assert.Equal(
            $"diff --git a/f.txt b/f.txt\nindex {BlobA}..{BlobB}\n--- a/f.txt\n+++ b/f.txt\n@@ -1 +1 @@\n-a\n+b\n",
            After("*** Update File: f.txt\n@@\n-x\n+b"));
    }

    [Fact]
    public void A_new_and_a_deleted_file_have_their_mode()
    {
        _directory.Write("old.txt", "a\n");
        Assert.Equal(
            $"diff --git a/new.txt b/new.txt\nnew file mode 100644\nindex {NoBlob}..{BlobB}\n--- /dev/null\n+++ b/new.txt\n@@ -0,0 +1 @@\n+b\n"
            + $"diff --git a/old.txt b/old.txt\ndeleted file mode 100644\nindex {BlobA}..{NoBlob}\n--- a/old.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
            After("*** Delete File: old.txt\n*** Add File: new.txt\n+b"));
    }

    [Fact]
    public void A_moved_file_is_shown_as_one_file()
    {
        _directory.Write("from.txt", "a\n");
        Assert.Equal(
            $"diff --git a/from.txt b/sub/to.txt\nindex {BlobA}..{BlobB}\n--- a/from.txt\n+++ b/sub/to.txt\n@@ -1 +1 @@\n-a\n+b\n",
            After("*** Update File: from.txt\n*** Move to: sub/to.txt\n@@\n-a\n+b"));
    }

    [Fact]
    public void A_move_over_another_file_is_shown_as_two()
    {
        _directory.Write("from.txt", "a\n");
        _directory.Write("to.txt", "a\n");
        Assert.Equal(
            $"diff --git a/from.txt b/from.txt\ndeleted file mode 100644\nindex {BlobA}..{NoBlob}\n--- a/from.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
            + $"diff --git a/to.txt b/to.txt\nindex {BlobA}..{BlobB}\n--- a/to.txt\n+++ b/to.txt\n@@ -1 +1 @@\n-a\n+b\n",
            After("*** Update File: from.txt\n*** Move to: to.txt\n@@\n-a\n+b"));
    }

    [Fact]
    public void What_is_undone_in_the_turn_is_not_shown()
    {
        _directory.Write("f.txt", "a\n");
        After("*** Update File: f.txt\n@@\n-a\n+b\n*** Add File: g.txt\n+x");
        Assert.Equal("", After("*** Update File: f.txt\n@@\n-b\n+a\n*** Delete File: g.txt"));
    }

    [Fact]
    public void What_was_applied_before_a_failure_is_shown() =>
        Assert.StartsWith("diff --git a/g.txt b/g.txt\n", After("*** Add File: g.txt\n+x\n*** Update File: no\n@@\n-a"), StringComparison.Ordinal);

    [Fact]
    public void After_a_change_through_a_link_nothing_is_shown()
    {
        _directory.Write("f.txt", "a\n");
        File.CreateSymbolicLink(_directory["link"], "f.txt");
        Assert.Equal("", After("*** Update File: link\n@@\n-a\n+b"));
        Assert.Equal("", After("*** Add File: g.txt\n+x"));
    }
}
