using Codex.Formats.Bash;

namespace Codex.Formats.Tests.Bash;

public sealed class ShellQuotingTests
{
    [Theory]
    [InlineData("echo hi", "'echo hi'")]
    [InlineData("/bin/bash", "/bin/bash")]
    [InlineData("", "''")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("echo '$x'", "'echo '\"'\"'$x'\"'\"")]
    [InlineData("a\nb", "'a\nb'")]
    [InlineData("a=b", "'a=b'")]
    [InlineData("^x", "'^x'")]
    [InlineData("x^y", "x'^y'")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("é", "'é'")]
    public void Words_are_quoted_as_little_as_possible(string word, string expected) =>
        Assert.Equal(expected, ShellQuoting.Join([word]));

    [Fact]
    public void Words_are_joined_with_blanks() =>
        Assert.Equal("/bin/bash -lc 'echo hi'", ShellQuoting.Join(["/bin/bash", "-lc", "echo hi"]));
}
