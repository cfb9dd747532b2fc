using Codex.Execution.Network.Inspection;

namespace Codex.Execution.Tests.Network.Inspection;

public sealed class HookPatternTests
{
    [Theory]
    [InlineData("/repos/", "/repos/x", true)]
    [InlineData("/repos/", "/repos", false)]
    [InlineData("/a*", "/abc", false)]
    [InlineData("literal:pattern:/x", "pattern:/x/y", true)]
    [InlineData("pattern:/repos/*/issues", "/repos/x/issues", true)]
    [InlineData("pattern:/repos/*/issues", "/repos/x/y/issues", false)]
    [InlineData("pattern:/repos/*/issues", "/repos/x/issues/1", false)]
    [InlineData("pattern:/repos/**/issues", "/repos/x/y/issues", true)]
    [InlineData("pattern:/repos/**/issues", "/repos/issues", true)]
    [InlineData("pattern:/repos/**", "/repos", false)]
    [InlineData("pattern:/repos/**", "/repos/x/y", true)]
    [InlineData("pattern:**/x", "/a/b/x", true)]
    [InlineData("pattern:/{a,b{c,d}}/?", "/bd/e", true)]
    [InlineData("pattern:/{a,b{c,d}}/?", "/b/e", false)]
    [InlineData("pattern:/{a,}x", "/x", true)]
    [InlineData("pattern:/[!a-c]x", "/dx", true)]
    [InlineData("pattern:/[!a-c]x", "/ax", false)]
    [InlineData("pattern:/[{,}]x", "/,x", true)]
    [InlineData("pattern:/\\*\\{", "/*{", true)]
    [InlineData("pattern:/\\*\\{", "/a{", false)]
    public void A_path_fits_or_not(string pattern, string path, bool fits) => Assert.Equal(fits, HookPattern.Parse(pattern).MatchesPath(path));

    [Theory]
    [InlineData("x", "x", true)]
    [InlineData("x", "xy", false)]
    [InlineData("pattern:*", "a/b", true)]
    [InlineData("pattern:{read,write}:*", "write:a/b", true)]
    public void A_value_fits_as_a_whole(string pattern, string value, bool fits) => Assert.Equal(fits, HookPattern.Parse(pattern).Matches(value));

    [Theory]
    [InlineData("pattern:")]
    [InlineData("pattern:[a")]
    [InlineData("pattern:{a")]
    [InlineData("pattern:a}")]
    [InlineData("pattern:a\\")]
    [InlineData("pattern:{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}")]
    public void What_is_no_pattern_is_refused(string pattern) => Assert.Throws<InvalidHookException>(() => HookPattern.Parse(pattern));

    [Fact]
    public void No_pattern_takes_long()
    {
        var pattern = HookPattern.Parse("pattern:" + string.Concat(Enumerable.Repeat("**/*a*/", 100)) + "x");

        Assert.False(pattern.MatchesPath(string.Concat(Enumerable.Repeat("/aaaaaaaaaa", 400))));
    }
}
