using Codex.Execution.Patching;
using Codex.Formats.Patch;
using Codex.Protocol.Turns;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Patching;

public sealed class PatchVerifierTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    private PatchVerification Verify(string body)
    {
        var patch = PatchParser.Parse($"*** Begin Patch\n{body}\n*** End Patch");
        return new PatchVerifier(new PatchPaths(_directory.Root, null)).Verify(patch.Document!);
    }

    [Fact]
    public void Changes_are_told_by_absolute_path_and_nothing_is_written()
    {
        _directory.Write("b.txt", "1\n2\n3\n4\n");
        _directory.Write("c.txt", "gone\n");

        var patch = Verify("*** Add File: a.txt\n+new\n*** Update File: b.txt\n*** Move to: d/e.txt\n@@\n-3\n+III\n*** Delete File: c.txt").Patch!;

        Assert.Equal([_directory["a.txt"], _directory["b.txt"], _directory["c.txt"]], patch.Changes.Keys);
        Assert.Equal(new AddFileChange("new\n"), patch.Changes[_directory["a.txt"]]);
        Assert.Equal(new UpdateFileChange("@@ -2,3 +2,3 @@\n 2\n-3\n+III\n 4\n", _directory["d/e.txt"]), patch.Changes[_directory["b.txt"]]);
        Assert.Equal(new DeleteFileChange("gone\n"), patch.Changes[_directory["c.txt"]]);
        Assert.Equal([_directory["a.txt"], _directory["b.txt"], _directory["d/e.txt"], _directory["c.txt"]], patch.TargetPaths);
        Assert.Equal([_directory["b.txt"], _directory["c.txt"]], Directory.GetFileSystemEntries(_directory.Root).Order());
    }

    [Theory]
    [InlineData("*** Delete File: no", "Failed to read {0}/no: No such file or directory (os error 2)")]
    [InlineData("*** Update File: no\n@@\n-a", "Failed to read file to update {0}/no: No such file or directory (os error 2)")]
    [InlineData("*** Update File: f\n@@ zz\n-a", "Failed to find context 'zz' in {0}/f")]
    [InlineData("*** Update File: f\n@@\n-a\n-b", "Failed to find expected lines in {0}/f:\na\nb")]
    public void What_does_not_fit_is_told(string body, string problem)
    {
        _directory.Write("f", "x\n");
        Assert.Equal(problem.Replace("{0}", _directory.Root, StringComparison.Ordinal), Verify(body).Problem);
    }
}
