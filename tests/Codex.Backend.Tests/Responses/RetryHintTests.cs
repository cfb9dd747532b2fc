using Codex.Backend.Responses;

namespace Codex.Backend.Tests.Responses;

public sealed class RetryHintTests
{
    [Theory]
    [InlineData("Please try again in 11.054s. Visit", 11054)]
    [InlineData("try again in 700ms", 700)]
    [InlineData("Try Again In 2 seconds.", 2000)]
    [InlineData("try again in 28ms or try again in 1s", 28)]
    [InlineData("try again in a while, try again in 1 second", 1000)]
    [InlineData("try again in 1.9ms", 1)]
    public void The_wait_is_found_in_the_text(string message, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryHint.Find(message));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("try again in 3 minutes")]
    [InlineData("try again in s")]
    [InlineData("later")]
    public void Without_one_there_is_none(string? message) => Assert.Null(RetryHint.Find(message));

    [Fact]
    public void An_absurd_wait_is_cut_to_a_day() =>
        Assert.Equal(TimeSpan.FromDays(1), RetryHint.Find("try again in 99999999999999999999999999s"));
}
