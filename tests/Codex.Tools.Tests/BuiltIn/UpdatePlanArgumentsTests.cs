using Codex.Protocol.Turns;
using Codex.Tools.BuiltIn.UpdatePlan;

namespace Codex.Tools.Tests.BuiltIn;

public sealed class UpdatePlanArgumentsTests
{
    [Fact]
    public void Steps_and_explanation_are_read()
    {
        Assert.True(UpdatePlanArguments.TryParse(
            """{"explanation":"why","plan":[{"step":"a","status":"completed"},{"status":"pending","step":"b"}]}""", out var arguments, out _));
        Assert.Equal("why", arguments.Explanation);
        Assert.Equal([new PlanStep("a", "completed"), new PlanStep("b", "pending")], arguments.Plan);
    }

    [Theory]
    [InlineData("{}", "missing field `plan` at line 1 column 2")]
    [InlineData("""{"plan":[{"step":"a","status":"done"}]}""", "unknown variant `done`, expected one of `pending`, `in_progress`, `completed` at line 1 column 36")]
    [InlineData("""{"plan":[],"more":1}""", "unknown field `more`, expected `explanation` or `plan` at line 1 column 17")]
    [InlineData("""{"plan":5}""", "invalid type: integer `5`, expected a sequence at line 1 column 9")]
    public void What_is_wrong_is_said_the_way_the_original_says_it(string json, string expected)
    {
        Assert.False(UpdatePlanArguments.TryParse(json, out _, out var error));
        Assert.Equal(expected, error);
    }
}
