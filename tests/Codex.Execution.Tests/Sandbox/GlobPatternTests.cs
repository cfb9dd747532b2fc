using Codex.Execution.Sandbox.Planning;

namespace Codex.Execution.Tests.Sandbox;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("*.env", "a.env", true)]
    [InlineData("*.env", "d/a.env", false)]
    [InlineData("**/*.env", "a.env", true)]
    [InlineData("**/*.env", "d/e/a.env", true)]
    [InlineData("**/*.env", "d/a.envx", false)]
    [InlineData("d/**", "d/e/f", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a-c]x", "bx", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[x", "[x", true)]
    [InlineData("*.{pem,key}", "id.key", true)]
    [InlineData("*.{pem,key}", "id.pub", false)]
    [InlineData("a**b", "a/x/b", true)]
    public void Patterns_match_as_in_ignore_files(string pattern, string path, bool expected) =>
        Assert.Equal(expected, GlobPattern.Parse(pattern).Matches(path));
}
