using Codex.Platform.Environment;

namespace Codex.Platform.Tests.Environment;

public sealed class HomePathTests
{
    [Theory]
    [InlineData("~", "/home/me")]
    [InlineData("~/", "/home/me")]
    [InlineData("~/a/../b", "/home/me/a/../b")]
    [InlineData("~//a", "/home/me/a")]
    [InlineData("~you/a", "~you/a")]
    [InlineData("a/~", "a/~")]
    [InlineData("/~", "/~")]
    [InlineData("", "")]
    public void A_tilde_in_front_is_the_users_directory(string path, string expanded)
    {
        Assert.Equal(expanded, HomePath.Expand(path, "/home/me"));
        Assert.Equal(path, HomePath.Expand(path, homeDirectory: null));
    }
}
