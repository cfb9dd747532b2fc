using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

public sealed class HeredocCommandTests
{
    [Theory]
    [InlineData("apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("apply_patch <<EOF\nbody\nEOF\n")]
    [InlineData("\n  apply_patch  <<\"PATCH\"  \nbody\nPATCH\n\n")]
    [InlineData("apply_patch<<-EOF\nbody\n\tEOF")]
    public void A_program_with_nothing_but_a_here_document_is_recognised(string script) =>
        Assert.Equal(new HeredocCommand(null, "apply_patch", "body"), HeredocCommand.Recognize(script));

    [Theory]
    [InlineData("cd sub/dir && apply_patch <<'EOF'\nbody\nEOF", "sub/dir")]
    [InlineData("cd 'a b' && apply_patch <<'EOF'\nbody\nEOF", "a b")]
    [InlineData("cd \"a b\"&& apply_patch <<'EOF'\nbody\nEOF\n", "a b")]
    [InlineData("cd /abs &&\n  apply_patch <<'EOF'\nbody\nEOF", "/abs")]
    public void A_change_of_directory_may_come_first(string script, string directory) =>
        Assert.Equal(new HeredocCommand(directory, "apply_patch", "body"), HeredocCommand.Recognize(script));

    [Fact]
    public void The_document_is_taken_as_written() =>
        Assert.Equal("$HOME `x` \\\n\n EOF\nEOF2", HeredocCommand.Recognize("p <<EOF\n$HOME `x` \\\n\n EOF\nEOF2\n\nEOF")!.Body);

    [Theory]
    [InlineData("")]
    [InlineData("apply_patch")]
    [InlineData("apply_patch <<<x\n")]
    [InlineData("apply_patch x <<'EOF'\nbody\nEOF")]
    [InlineData("apply_patch <<'EOF' | cat\nbody\nEOF")]
    [InlineData("apply_patch <<'EOF' && echo done\nbody\nEOF")]
    [InlineData("apply_patch <<'EOF'\nbody\nEOF\necho done")]
    [InlineData("apply_patch <<'EOF'\nbody\n")]
    [InlineData("echo a; apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd a; apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd a || apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd a b && apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd -P && apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd \"$HOME\" && apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd a'b' && apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("cd a && cd b && apply_patch <<'EOF'\nbody\nEOF")]
    [InlineData("'apply_patch' <<'EOF'\nbody\nEOF")]
    public void Any_other_script_is_not(string script) => Assert.Null(HeredocCommand.Recognize(script));
}
