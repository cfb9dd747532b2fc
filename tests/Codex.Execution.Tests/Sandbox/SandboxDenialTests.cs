using Codex.Execution.Sandbox;

namespace Codex.Execution.Tests.Sandbox;

public sealed class SandboxDenialTests
{
    [Theory]
    [InlineData(1, "bash: x: Read-only file system", true)]
    [InlineData(127, "Permission denied", true)]
    [InlineData(1, "OPERATION NOT PERMITTED", true)]
    [InlineData(1, "no such option", false)]
    [InlineData(0, "Permission denied", false)]
    [InlineData(2, "usage", false)]
    [InlineData(159, "", true)]
    public void A_failure_is_blamed_on_the_sandbox_when_it_looks_like_it(int exitCode, string output, bool expected) =>
        Assert.Equal(expected, SandboxDenial.IsLikely(true, exitCode, output));

    [Fact]
    public void Without_a_sandbox_nothing_is_blamed_on_it() =>
        Assert.False(SandboxDenial.IsLikely(false, 1, "Permission denied"));
}
