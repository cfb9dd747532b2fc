using Codex.Cli.CommandLine;

namespace Codex.Cli.Tests.CommandLine;

public sealed class StyleTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u001b[1m\u001b[31mb\u001b[0mc", "abc")]
    [InlineData("\u001b[38;5;6mx", "x")]
    [InlineData("\u001b[", "")]
    [InlineData("\u001b", "")]
    [InlineData("x\u001b[12", "x")]
    [InlineData("[1m", "[1m")]
    public void A_text_is_left_without_its_styles(string styled, string plain) => Assert.Equal(plain, Style.Remove(styled));
}
