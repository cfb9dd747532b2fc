using Codex.Engine.AutoReviews;

namespace Codex.Engine.Tests.AutoReviews;

public sealed class AutoReviewPolicyTests
{
    [Fact]
    public void An_organisations_policy_takes_the_place_of_ours()
    {
        var instructions = AutoReviewPolicy.Render("  Never touch /srv.\n");
        Assert.Contains("# Policy\nNever touch /srv.\n\n# The verdict", instructions, StringComparison.Ordinal);
        Assert.DoesNotContain("## Destruction", instructions, StringComparison.Ordinal);
        Assert.Contains("## Destruction", AutoReviewPolicy.Render(policy: null), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_the_answer_is_explained()
    {
        var instructions = AutoReviewPolicy.Render(policy: null);
        var properties = AssessmentSchema.Create().GetProperty("properties");
        foreach (var property in properties.EnumerateObject())
        {
            Assert.Contains($"\"{property.Name}\"", instructions, StringComparison.Ordinal);
            if (!property.Value.TryGetProperty("enum", out var words))
                continue;
            Assert.All(words.EnumerateArray(), word => Assert.Contains($"`{word.GetString()}`", instructions, StringComparison.Ordinal));
        }
    }
}
