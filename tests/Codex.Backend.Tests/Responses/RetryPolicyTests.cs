using Codex.Backend.Responses;
using Codex.TestSupport.Identifiers;

namespace Codex.Backend.Tests.Responses;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 400)]
    [InlineData(5, 3200)]
    public void The_wait_doubles_with_every_retry(int retry, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryPolicy.Delay(retry, new SequentialIdSource()));

    [Fact]
    public void A_hundredth_retry_still_has_a_finite_wait() =>
        Assert.InRange(RetryPolicy.Delay(100, new SequentialIdSource()), TimeSpan.FromDays(1), TimeSpan.FromDays(36500));

    [Fact]
    public void The_servers_wish_goes_before_the_back_off() => Assert.Equal(
        TimeSpan.FromSeconds(7),
        RetryPolicy.Delay(1, new ModelException(ModelFailure.Stream, "x") { RetryDelay = TimeSpan.FromSeconds(7) }, new SequentialIdSource()));

    [Fact]
    public void Retries_end_at_the_limit()
    {
        Assert.True(new RetryPolicy(2).Allows(2));
        Assert.False(new RetryPolicy(2).Allows(3));
        Assert.False(new RetryPolicy(0).Allows(1));
    }
}
