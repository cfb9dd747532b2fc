using Codex.Extensions.Skills;

namespace Codex.Extensions.Tests.Skills.Loading;

public sealed class SkillFileTests
{
    [Theory]
    [InlineData("text\n", "missing YAML frontmatter delimited by ---")]
    [InlineData("---\n---\n", "missing YAML frontmatter delimited by ---")]
    [InlineData("---\nname: x\n---\n", "missing field `description`")]
    [InlineData("---\nname: [a]\ndescription: x\n---\n", "invalid YAML: name: invalid type: sequence, expected a string at line 1 column 7")]
    [InlineData("---\nname: x\ndescription: x\nmetadata:\n  short-description: {}\n---\n", "invalid YAML: metadata.short-description: invalid type: map, expected a string at line 4 column 22")]
    public void What_is_wrong_with_a_file_is_said(string text, string message)
    {
        using var tree = new SkillTree();
        tree.AddFile("s/SKILL.md", text);
        Assert.Equal(message, Assert.Single(tree.Load().Problems).Message);
    }

    [Fact]
    public void A_file_that_is_no_yaml_is_a_problem_in_our_own_words()
    {
        using var tree = new SkillTree();
        tree.AddFile("s/SKILL.md", "---\nname: \"open\n---\n");
        Assert.StartsWith("invalid YAML: ", Assert.Single(tree.Load().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bundled_files_are_never_a_problem_for_users()
    {
        using var tree = new SkillTree();
        tree.AddFile("s/SKILL.md", "no skill");
        Assert.Empty(tree.Load([new SkillRoot(tree["."], SkillScope.System)]).Problems);
    }

    [Fact]
    public void A_missing_name_is_that_of_the_directory()
    {
        using var tree = new SkillTree();
        tree.AddFile("my  skill/SKILL.md", "---\ndescription: |\n  two\n  lines\n---\n");
        var skill = Assert.Single(tree.Load().All);
        Assert.Equal(("my skill", "two lines"), (skill.Name, skill.Description));
    }
}
