using System.Text.RegularExpressions;
using Codex.Extensions.Skills.Rendering;
using Codex.Formats.Text;

namespace Codex.Extensions.Tests.Skills.Rendering;

public sealed class SkillsInstructionsTests
{
    [Fact]
    public void Nothing_is_said_without_skills()
    {
        using var tree = new SkillTree();
        Assert.Null(SkillsInstructions.For(tree.Load(), 100_000));
    }

    [Fact]
    public void Descriptions_shrink_evenly_and_little_loss_is_not_mentioned()
    {
        using var tree = new SkillTree();
        for (var i = 0; i < 4; i++)
            tree.Add($"s{i}", $"s{i}", new string((char)('a' + i), 60));
        var instructions = SkillsInstructions.For(tree.Load(), 4_500)!;
        Assert.Null(instructions.Warning);
        var lengths = Enumerable.Range(0, 4).Select(i => Regex.Match(instructions.Text, $"- s{i}: ({(char)('a' + i)}*)").Groups[1].Length).ToArray();
        Assert.True(lengths.Sum() < 240);
        Assert.True(lengths.Max() - lengths.Min() <= TokenEstimate.BytesPerToken);
    }

    [Fact]
    public void Skills_that_do_not_fit_are_counted()
    {
        using var tree = new SkillTree();
        for (var i = 0; i < 20; i++)
            tree.Add($"s{i}", $"s{i}");
        var instructions = SkillsInstructions.For(tree.Load(), 5_000)!;
        Assert.Matches(@"^Exceeded skills context budget of 2%\. .* [0-9]+ additional skills were not included", instructions.Warning!);
    }

    [Fact]
    public void Without_a_context_window_characters_count()
    {
        using var tree = new SkillTree();
        for (var i = 0; i < 40; i++)
            tree.Add($"s{i}", $"s{i}", new string('d', 900));
        Assert.StartsWith(
            "Skill descriptions were shortened to fit the skills context budget.",
            SkillsInstructions.For(tree.Load(), null)!.Warning,
            StringComparison.Ordinal);
    }
}
