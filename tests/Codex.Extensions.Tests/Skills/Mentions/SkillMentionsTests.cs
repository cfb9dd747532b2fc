using Codex.Extensions.Skills.Mentions;

namespace Codex.Extensions.Tests.Skills.Mentions;

public sealed class SkillMentionsTests
{
    [Theory]
    [InlineData("use $one please", "one")]
    [InlineData("$two, $one.", "one two")]
    [InlineData("$onesie costs $1", "")]
    [InlineData("$plugin:three", "plugin:three")]
    [InlineData("[$whatever](PATH) and more", "two")]
    [InlineData("[$whatever] (  skill://PATH )", "two")]
    [InlineData("[$one](app://x)", "")]
    [InlineData("[$one", "one")]
    [InlineData("[one](PATH", "")]
    [InlineData("$HOME and $path", "")]
    public void Mentions_are_found_in(string prompt, string names)
    {
        using var tree = new SkillTree();
        tree.Add("1", "one");
        var path = tree.Add("2", "two");
        tree.Add("3", "plugin:three");
        tree.Add("4", "HOME");
        var found = SkillMentions.Find(tree.Load(), [prompt.Replace("PATH", path, StringComparison.Ordinal)], []);
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), found.Select(mention => mention.Skill.Name));
    }

    [Fact]
    public void A_name_that_two_skills_share_brings_in_neither()
    {
        using var tree = new SkillTree();
        tree.Add("1", "same");
        tree.Add("2", "same");
        Assert.Empty(SkillMentions.Find(tree.Load(), ["$same"], []));
    }

    [Fact]
    public void The_whole_file_is_brought_in()
    {
        using var tree = new SkillTree();
        var path = tree.Add("1", "one", "first");
        var mention = Assert.Single(SkillMentions.Find(tree.Load(), ["$one"], []));
        Assert.Equal(
            $"<skill>\n<name>one</name>\n<path>{path}</path>\n---\nname: one\ndescription: first\n---\nbody of one\n\n</skill>", mention.Render());
    }

    [Fact]
    public void A_file_that_is_gone_is_warned_about()
    {
        using var tree = new SkillTree();
        var path = tree.Add("1", "one");
        var skills = tree.Load();
        File.Delete(path);
        var mention = Assert.Single(SkillMentions.Find(skills, ["$one"], []));
        Assert.Null(mention.Render());
        Assert.Equal($"Failed to load skill one at {path}: No such file or directory (os error 2)", mention.Problem);
    }
}
