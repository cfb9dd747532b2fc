using Codex.Backend.Responses;
using Codex.Protocol.Accounting;

namespace Codex.Backend.Tests.Responses;

public sealed class RateLimitHeadersTests
{
    [Fact]
    public void The_default_family_is_reported_even_without_data() =>
        Assert.Equal([new RateLimitSnapshot { LimitId = "codex" }], Read());

    [Fact]
    public void Windows_credits_and_other_families_are_read()
    {
        var snapshots = Read(
            ("x-codex-primary-used-percent", "12.5"), ("x-codex-primary-window-minutes", "60"), ("x-codex-primary-reset-at", "1704069000"),
            ("x-codex-secondary-used-percent", "0"), ("x-codex-secondary-window-minutes", "0"),
            ("x-codex-credits-has-credits", "true"), ("x-codex-credits-unlimited", "0"), ("x-codex-credits-balance", " 5 "),
            ("X-Big-Model-Primary-Used-Percent", "80"), ("x-big-model-limit-name", "Big"));

        var credits = new CreditsSnapshot(true, false, "5");
        Assert.Equal(
            [
                new RateLimitSnapshot { LimitId = "codex", Primary = new(12.5, 60, 1704069000), Credits = credits },
                new RateLimitSnapshot { LimitId = "big_model", LimitName = "Big", Primary = new(80, null, null), Credits = credits },
            ],
            snapshots);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("much")]
    public void A_share_that_is_no_number_is_no_window(string used) => Assert.Null(Assert.Single(Read(("x-codex-primary-used-percent", used))).Primary);

    private static IReadOnlyList<RateLimitSnapshot> Read(params IEnumerable<(string Name, string Value)> headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return RateLimitHeaders.ReadAll(response.Headers);
    }
}
