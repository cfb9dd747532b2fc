using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

public sealed class HeredocPrefixTests
{
    [Theory]
    [InlineData("python3 <<'PY'\nprint(1)\nPY", "python3")]
    [InlineData("python3 - a <<PY\n$HOME\nPY\n", "python3 - a")]
    [InlineData("cat <<-EOF\n\tx\n\tEOF", "cat")]
    [InlineData("cat <<EOF # why\nx\nEOF", "cat")]
    [InlineData("(cat <<EOF\nx\nEOF\n)", "cat")]
    [InlineData("git apply <<'EOF'\n$(x) `y`\nEOF", "git apply")]
    [InlineData("cat <<< x <<EOF\nx\nEOF", "cat")]
    public void A_single_command_with_a_here_document_gives_its_words(string script, string expected) =>
        Assert.Equal(expected, string.Join(' ', HeredocPrefix.Parse(script)!));

    [Theory]
    [InlineData("cat x")]
    [InlineData("python3 <<'PY' > x\nprint(1)\nPY")]
    [InlineData("python3 <<'PY'\nprint(1)\nPY\necho done")]
    [InlineData("A=1 python3 <<'PY'\nprint(1)\nPY")]
    [InlineData("python3 'x' <<'PY'\nprint(1)\nPY")]
    [InlineData("python3 <<PY | cat\nx\nPY")]
    [InlineData("cd a && python3 <<PY\nx\nPY")]
    [InlineData("cat <<A <<B\na\nA\nb\nB")]
    [InlineData("cat <<EOF\n$(id)\nEOF")]
    [InlineData("cat <<EOF\n`id`\nEOF")]
    [InlineData("cat <<EOF\n${A:-$(id)}\nEOF")]
    [InlineData("cat <<EOF\n$((1+$(id)))\nEOF")]
    [InlineData("cat <<EOF &\nx\nEOF")]
    [InlineData("cat <<EOF;\nx\nEOF")]
    [InlineData("cat <<< $(id) <<EOF\nx\nEOF")]
    [InlineData("if true; then cat <<EOF\nx\nEOF\nfi")]
    [InlineData("cat <<EOF\nx")]
    [InlineData("echo $((1<<2))")]
    public void Whatever_else_could_run_makes_it_no_prefix(string script) => Assert.Null(HeredocPrefix.Parse(script));
}
