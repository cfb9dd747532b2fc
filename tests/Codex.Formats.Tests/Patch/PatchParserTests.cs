using Codex.Formats.Patch;

namespace Codex.Formats.Tests.Patch;

public sealed class PatchParserTests
{
    private static PatchDocument Parse(params string[] body) =>
        PatchParser.Parse(string.Join('\n', ["*** Begin Patch", .. body, "*** End Patch"])).Document!;

    private static string Problem(string text) => PatchParser.Parse(text).Error!.ToModelText();

    private static string ProblemInside(params string[] body) =>
        Problem(string.Join('\n', ["*** Begin Patch", .. body, "*** End Patch"]));

    [Fact]
    public void A_patch_with_every_kind_of_operation_is_read_in_order()
    {
        var document = Parse(
            "*** Add File: a.txt", "+one", "+", "*** Delete File: b.txt", "*** Update File: c.txt", "*** Move to: d.txt",
            "@@ class C", " keep", "-old", "+new", "*** End of File");

        Assert.Equal(new AddFileOperation("a.txt", "one\n\n"), document.Operations[0]);
        Assert.Equal(new DeleteFileOperation("b.txt"), document.Operations[1]);
        var update = Assert.IsType<UpdateFileOperation>(document.Operations[2]);
        Assert.Equal(("c.txt", "d.txt"), (update.Path, update.ResultPath));
        var chunk = Assert.Single(update.Chunks);
        Assert.Equal(("class C", true), (chunk.Context, chunk.IsEndOfFile));
        Assert.Equal(
            [new(PatchLineKind.Context, "keep"), new(PatchLineKind.Removed, "old"), new(PatchLineKind.Added, "new")], chunk.Lines);
    }

    [Fact]
    public void An_added_file_may_be_empty() =>
        Assert.Equal(new AddFileOperation("a.txt", ""), Assert.Single(Parse("*** Add File: a.txt").Operations));

    [Fact]
    public void A_patch_without_operations_is_well_formed() => Assert.Empty(Parse().Operations);

    [Fact]
    public void The_first_chunk_needs_no_marker()
    {
        var update = Assert.IsType<UpdateFileOperation>(Assert.Single(Parse("*** Update File: a", "-x", "@@", "+y").Operations));
        Assert.Equal([null, null], update.Chunks.Select(chunk => chunk.Context));
    }

    [Fact]
    public void A_line_without_its_space_is_an_empty_context_line()
    {
        var update = Assert.IsType<UpdateFileOperation>(Assert.Single(Parse("*** Update File: a", "@@", "", "-x").Operations));
        Assert.Equal(new PatchLine(PatchLineKind.Context, ""), update.Chunks[0].Lines[0]);
    }

    [Theory]
    [InlineData("<<EOF\n{0}\nEOF")]
    [InlineData("<<'EOF'\n{0}\nEOF\n")]
    [InlineData("<<\"EOF\"\n{0}\n  EOF")]
    [InlineData("\n  {0}  \n\n")]
    [InlineData("  *** Begin Patch \n*** Delete File: a\n\t*** End Patch  ")]
    public void What_models_put_around_a_patch_is_ignored(string frame)
    {
        var text = frame.Replace("{0}", "*** Begin Patch\n*** Delete File: a\n*** End Patch", StringComparison.Ordinal);
        Assert.Equal(new DeleteFileOperation("a"), Assert.Single(PatchParser.Parse(text).Document!.Operations));
    }

    [Fact]
    public void Windows_line_ends_of_the_patch_do_not_reach_its_lines() =>
        Assert.Equal(
            new AddFileOperation("a", "x\n"),
            Assert.Single(PatchParser.Parse("*** Begin Patch\r\n*** Add File: a\r\n+x\r\n*** End Patch\r\n").Document!.Operations));

    [Fact]
    public void A_patch_may_name_its_environment() =>
        Assert.Equal("box", Parse("*** Environment ID:  box ", "*** Delete File: a").EnvironmentId);

    [Theory]
    [InlineData("", "The last line of the patch must be '*** End Patch'")]
    [InlineData("hello", "The first line of the patch must be '*** Begin Patch'")]
    [InlineData("*** Begin Patch", "The last line of the patch must be '*** End Patch'")]
    [InlineData("<<EOF\n*** Begin Patch\nx\nEOF", "The last line of the patch must be '*** End Patch'")]
    [InlineData("<<XXX\n*** Begin Patch\n*** End Patch\nXXX", "The first line of the patch must be '*** Begin Patch'")]
    [InlineData("*** Begin Patch\n*** Environment ID:  \n*** End Patch", "apply_patch environment_id cannot be empty")]
    public void A_text_without_its_frame_is_no_patch(string text, string problem) =>
        Assert.Equal("invalid patch: " + problem, Problem(text));

    [Fact]
    public void An_unknown_header_is_named() =>
        Assert.Equal(
            "invalid hunk at line 2, '*** Frob File: a' is not a valid hunk header. Valid hunk headers: '*** Add File: {path}', '*** Delete File: {path}', '*** Update File: {path}'",
            ProblemInside("*** Frob File: a"));

    [Fact]
    public void An_update_without_chunks_is_named_by_its_header_line() =>
        Assert.Equal(
            "invalid hunk at line 3, Update file hunk for path 'c.txt' is empty",
            ProblemInside("*** Delete File: a", "*** Update File: c.txt", "*** Move to: d", "", "*** Delete File: b"));

    [Theory]
    [InlineData("@@", "invalid hunk at line 4, Update hunk does not contain any lines")]
    [InlineData("@@\n*** End of File", "invalid hunk at line 4, Update hunk does not contain any lines")]
    [InlineData("bad", "invalid hunk at line 4, Unexpected line found in update hunk: 'bad'. Every line should start with ' ' (context line), '+' (added line), or '-' (removed line)")]
    [InlineData("-x\nbad", "invalid hunk at line 4, Expected update hunk to start with a @@ context marker, got: 'bad'")]
    public void A_faulty_chunk_is_named_by_its_line(string chunk, string problem) =>
        Assert.Equal(problem, ProblemInside(["*** Update File: a", .. chunk.Split('\n')]));

    [Fact]
    public void The_command_has_its_own_wording() =>
        Assert.Equal(
            "Invalid patch hunk on line 2: Update file hunk for path 'a' is empty",
            PatchParser.Parse("*** Begin Patch\n*** Update File: a\n*** End Patch").Error!.ToCommandText());
}
