using Codex.Execution.Policy.Rules.Amendments;

namespace Codex.Execution.Tests.Policy.Rules;

public sealed class BannedPrefixesTests
{
    [Theory]
    [InlineData("python3")]
    [InlineData("python", "-c")]
    [InlineData("py", "-3")]
    [InlineData("git")]
    [InlineData("bash", "-lc")]
    [InlineData("sh", "-c")]
    [InlineData("/bin/zsh")]
    [InlineData("powershell.exe", "-Command")]
    [InlineData("env")]
    [InlineData("sudo")]
    [InlineData("node", "-e")]
    [InlineData("php", "-r")]
    [InlineData("osascript")]
    public void Whoever_allows_these_allows_everything(params string[] prefix) => Assert.True(BannedPrefixes.Contains(prefix));

    [Theory]
    [InlineData("git", "status")]
    [InlineData("python3", "x.py")]
    [InlineData("bash", "-c")]
    [InlineData("node", "x.js")]
    [InlineData("cargo")]
    public void Longer_and_other_prefixes_may_be_proposed(params string[] prefix) => Assert.False(BannedPrefixes.Contains(prefix));
}
