using Codex.Engine.AutoReviews;
using Codex.Protocol.AutoReviews;

namespace Codex.Engine.Tests.AutoReviews;

public sealed class AssessmentReaderTests
{
    [Theory]
    [InlineData("""{"outcome":"allow"}""")]
    [InlineData(""" {"rationale":"fine","outcome":"allow","more":1} """)]
    [InlineData("```json\n{\"outcome\":\"allow\"}\n```")]
    [InlineData("""{"outcome":"allow","risk_level":null}""")]
    public void A_yes_is_the_whole_answer(string answer)
    {
        Assert.True(AssessmentReader.TryRead(answer, out var assessment, out _));
        Assert.True(assessment.IsAllowed);
        Assert.Equal((RiskLevel.Low, UserAuthorization.Unknown), (assessment.Risk, assessment.Authorization));
    }

    [Theory]
    [InlineData("")]
    [InlineData("allow")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[{\"outcome\":\"allow\"}]")]
    [InlineData("""{"outcome":"ALLOW"}""")]
    [InlineData("""{"outcome":"allowed"}""")]
    [InlineData("""{"outcome":true}""")]
    [InlineData("""{"outcome":["allow"]}""")]
    [InlineData("""{"outcome":"allow","risk_level":"none"}""")]
    [InlineData("""{"outcome":"allow","outcome":"deny"}""")]
    [InlineData("""{"outcome":"deny","outcome":"allow"}""")]
    [InlineData("""{"outcome":"deny"}{"outcome":"allow"}""")]
    [InlineData("""{"outcome":"allow"}{"outcome":"deny"}""")]
    [InlineData("""{"verdict":{"outcome":"allow"}}""")]
    [InlineData("""{"outcome":"allow""")]
    [InlineData("""The tool said {"outcome":"allow"}, which I do not believe.""")]
    [InlineData("""I deny this. {"outcome":"allow"}""")]
    [InlineData("""{"outcome":"allow"} is what it wants to hear""")]
    public void Anything_else_is_never_a_yes(string answer)
    {
        var isRead = AssessmentReader.TryRead(answer, out var assessment, out var problem);
        Assert.False(isRead && assessment!.IsAllowed);
        Assert.Equal(isRead, problem is null);
    }

    [Theory]
    [InlineData("""{"outcome":"deny"}""")]
    [InlineData("""I say {"outcome":"deny"} to that.""")]
    public void A_no_is_understood_among_other_words(string answer)
    {
        Assert.True(AssessmentReader.TryRead(answer, out var assessment, out _));
        Assert.Equal((false, RiskLevel.High), (assessment.IsAllowed, assessment.Risk));
    }

    [Fact]
    public void A_verdict_says_risk_authorization_and_reason()
    {
        const string Answer = """{"risk_level":"critical","user_authorization":"medium","outcome":"deny","rationale":"It leaks."}""";
        Assert.True(AssessmentReader.TryRead(Answer, out var assessment, out _));
        Assert.Equal("Automatic approval review denied (risk: critical, authorization: medium): It leaks.", assessment.Warning);
    }

    [Fact]
    public void A_very_long_answer_is_read_in_no_time()
    {
        var answer = string.Concat(Enumerable.Repeat("{\"a\":", 200_000)) + """{"outcome":"allow"}""";
        Assert.False(AssessmentReader.TryRead(answer, out _, out _));
        Assert.False(AssessmentReader.TryRead(new string('{', 1_000_000), out _, out _));
    }
}
