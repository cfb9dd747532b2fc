using Codex.Backend.Oss;

namespace Codex.Backend.Tests.Oss;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("0.13.4")]
    [InlineData("1.0.0-rc.1+build.7")]
    [InlineData("10.20.30-alpha-1")]
    public void A_version_is_read_and_written(string text) => Assert.Equal(text, SemanticVersion.TryParse(text)!.ToString());

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3+a..b")]
    [InlineData("weird")]
    [InlineData("")]
    public void Other_texts_are_none(string text) => Assert.Null(SemanticVersion.TryParse(text));

    [Fact]
    public void Versions_have_an_order()
    {
        string[] ordered = ["0.9.99", "1.0.0-1", "1.0.0-2", "1.0.0-10", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta", "1.0.0", "1.0.1", "1.10.0"];

        Assert.Equal(ordered, ordered.Reverse().Select(text => SemanticVersion.TryParse(text)!).Order().Select(version => version.ToString()));
    }
}
