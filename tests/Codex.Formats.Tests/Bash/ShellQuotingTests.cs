using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

/// <summary>Every expectation was printed by the original.</summary>
public sealed class ShellQuotingTests
{
    [Theory]
    [InlineData("cat", "cat")]
    [InlineData("", "''")]
    [InlineData("echo hi", "'echo hi'")]
    [InlineData("echo \"it's\"", "\"echo \\\"it's\\\"\"")]
    [InlineData("true a\\\\b", "\"true a\\\\\\\\b\"")]
    [InlineData("true '!'", "\"true '\"'!'\"'\"")]
    [InlineData("true ^", "'true ''^'")]
    [InlineData("^x", "'^x'")]
    [InlineData("true $HOME", "'true $HOME'")]
    [InlineData("true it's$x'", "\"true it's\"'$x'\"'\"")]
    [InlineData("true \"it's ^ $HOME\"'!'", "\"true \\\"it's \"'^ $HOME\"'\"'\"'!'\"'\"")]
    [InlineData("true😀", "'true😀'")]
    [InlineData("a=b", "'a=b'")]
    [InlineData("true\n'x'", "\"true\n'x'\"")]
    [InlineData("'!", "\"'\"'!'")]
    [InlineData("a'b^c", "\"a'b\"'^c'")]
    [InlineData("]", "]")]
    public void Words_are_quoted_as_the_original_quotes_them(string word, string quoted) =>
        Assert.Equal("/bin/bash -lc " + quoted, ShellQuoting.Join(["/bin/bash", "-lc", word]));

    [Fact]
    public void A_nul_cannot_be_shown() =>
        Assert.Equal("<command included NUL byte>", ShellQuoting.Join(["a", "b\0"]));
}
