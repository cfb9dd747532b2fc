using Codex.Backend.Responses;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Responses;

public sealed class UsageLimitMessageTests
{
    // 2026-01-02 03:04:05 UTC is the manual clock's now.
    private const long SameDay = 1767359100;     // 13:05
    private const long LaterDay = 1769126700;    // Jan 23rd 00:05

    [Theory]
    [InlineData(null, "You've hit your usage limit. Try again at 1:05 PM.")]
    [InlineData("enterprise", "You've hit your usage limit. Try again at 1:05 PM.")]
    [InlineData("plus", " or try again at 1:05 PM.")]
    [InlineData("PRO", " or try again at 1:05 PM.")]
    [InlineData("free", ", or try again at 1:05 PM.")]
    [InlineData("business", " or try again at 1:05 PM.")]
    public void The_plan_decides_what_is_offered(string? plan, string end)
    {
        var text = new UsageLimitMessage(new ManualClock()) { PlanType = plan, ResetsAt = SameDay }.ToString();

        Assert.StartsWith("You've hit your usage limit.", text, StringComparison.Ordinal);
        Assert.EndsWith(end, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_day_is_written_with_its_date() => Assert.Equal(
        "You've hit your usage limit. Try again at Jan 23rd, 2026 12:05 AM.",
        new UsageLimitMessage(new ManualClock()) { ResetsAt = LaterDay }.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData(long.MaxValue)]
    public void Without_a_usable_time_it_is_later(long? resetsAt) => Assert.Equal(
        "You've hit your usage limit. Try again later.", new UsageLimitMessage(new ManualClock()) { ResetsAt = resetsAt }.ToString());

    [Fact]
    public void A_named_limit_goes_before_everything_else()
    {
        var text = new UsageLimitMessage(new ManualClock()) { LimitName = "gpt-x", ReachedType = "workspace_owner_credits_depleted", PlanType = "plus" };

        Assert.StartsWith("You've hit your usage limit for gpt-x.", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", or try again later.", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_server_may_say_it_in_its_own_words() => Assert.Equal(
        "You've hit your usage limit. Buy more here, or try again later.",
        new UsageLimitMessage(new ManualClock()) { LimitName = "Codex", PromotionText = "Buy more here", ReachedType = "rate_limit_reached" }.ToString());

    [Fact]
    public void Workspace_limits_send_to_the_one_who_can_help() => Assert.Contains(
        "owner", new UsageLimitMessage(new ManualClock()) { ReachedType = "workspace_member_credits_depleted" }.ToString(), StringComparison.Ordinal);
}
