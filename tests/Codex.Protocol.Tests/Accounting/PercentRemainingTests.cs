using Codex.Protocol.Accounting;

namespace Codex.Protocol.Tests.Accounting;

public sealed class PercentRemainingTests
{
    [Theory]
    [InlineData(0, 258_400, 100)]
    [InlineData(12_000, 258_400, 100)]
    [InlineData(135_200, 258_400, 50)]
    [InlineData(13_232, 258_400, 100)]
    [InlineData(13_233, 258_400, 99)]
    [InlineData(258_400, 258_400, 0)]
    [InlineData(900_000, 258_400, 0)]
    [InlineData(0, 12_000, 0)]
    [InlineData(0, 1, 0)]
    public void What_every_request_takes_does_not_count(long tokens, long window, int percent) =>
        Assert.Equal(percent, (TokenUsage.Zero with { TotalTokens = tokens }).PercentRemaining(window));
}
