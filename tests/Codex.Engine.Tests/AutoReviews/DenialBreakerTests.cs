using Codex.Engine.AutoReviews;

namespace Codex.Engine.Tests.AutoReviews;

public sealed class DenialBreakerTests
{
    [Fact]
    public void Three_denials_in_a_row_end_a_turn_once()
    {
        var breaker = new DenialBreaker();
        Assert.Null(breaker.Note("t", isDenial: true));
        Assert.Null(breaker.Note("t", isDenial: true));
        Assert.Equal(
            "Automatic approval review rejected too many approval requests for this turn (3 consecutive, 3 in the last 50 reviews); interrupting the turn.",
            breaker.Note("t", isDenial: true));
        Assert.Null(breaker.Note("t", isDenial: true));
    }

    [Fact]
    public void Ten_denials_among_fifty_reviews_end_a_turn()
    {
        var breaker = new DenialBreaker();
        var ends = Enumerable.Range(0, 40).Select(index => breaker.Note("t", isDenial: index % 4 == 0)).ToArray();
        Assert.Equal(36, Array.FindIndex(ends, static end => end is not null));
    }

    [Fact]
    public void Older_reviews_are_forgotten()
    {
        var breaker = new DenialBreaker();
        Assert.All(Enumerable.Range(0, 600), index => Assert.Null(breaker.Note("t", isDenial: index % 6 == 0)));
    }

    [Fact]
    public void Every_turn_begins_anew()
    {
        var breaker = new DenialBreaker();
        Assert.All(Enumerable.Range(0, 9), index => Assert.Null(breaker.Note($"t{index / 2}", isDenial: true)));
    }
}
