using Codex.Extensions.Skills;

namespace Codex.Extensions.Tests.Skills;

public sealed class SkillSetTests
{
    [Fact]
    public void The_project_comes_before_the_user_and_names_decide_within()
    {
        using var tree = new SkillTree();
        tree.Add("user/b", "b");
        tree.Add("user/a", "a");
        tree.Add("repo/z", "z");
        var skills = tree.Load([new SkillRoot(tree["user"], SkillScope.User), new SkillRoot(tree["repo"], SkillScope.Repo)]);
        Assert.Equal(["z", "a", "b"], skills.All.Select(skill => skill.Name));
    }

    [Fact]
    public void A_file_that_two_directories_lead_to_counts_once_for_the_first()
    {
        using var tree = new SkillTree();
        tree.Add("user/inner/one", "one");
        var skills = tree.Load([new SkillRoot(tree["user/inner"], SkillScope.Repo), new SkillRoot(tree["user"], SkillScope.User)]);
        Assert.Equal(SkillScope.Repo, Assert.Single(skills.All).Scope);
    }

    [Fact]
    public void Skills_that_agents_are_kept_from_are_not_there()
    {
        using var tree = new SkillTree();
        tree.Add("user/a", "a");
        tree.Add("user/private/b", "b");
        tree.AddFile(".agentsignore", "private/");
        Assert.Equal(["a"], tree.Load([new SkillRoot(tree["user"], SkillScope.User)]).All.Select(skill => skill.Name));
    }

    [Fact]
    public void Later_switches_win()
    {
        using var tree = new SkillTree();
        var path = tree.Add("one", "one");
        Assert.False(IsOn(new SkillSwitch(null, "one", false)));
        Assert.True(IsOn(new SkillSwitch(null, "one", false), new SkillSwitch(path, null, true)));
        Assert.True(IsOn(new SkillSwitch(null, "other", false)));

        bool IsOn(params SkillSwitch[] switches)
        {
            var skills = tree.Load(switches);
            return skills.IsEnabled(Assert.Single(skills.All));
        }
    }

    [Fact]
    public void The_search_ends_six_levels_down()
    {
        using var tree = new SkillTree();
        tree.Add("1/2/3/4/5/6", "six");
        tree.Add("1/2/3/4/5/6/7", "seven");
        Assert.Equal("six", Assert.Single(tree.Load().All).Name);
    }

    [Fact]
    public void A_directory_that_leads_back_to_itself_is_searched_once()
    {
        using var tree = new SkillTree();
        tree.Add("one", "one");
        File.CreateSymbolicLink(tree["one/back"], tree["one"]);
        Assert.Single(tree.Load().All);
    }

    [Fact]
    public void Roots_are_found_in_the_order_of_their_precedence()
    {
        using var tree = new SkillTree();
        tree.AddFile("repo/.git/HEAD", "");
        tree.AddFile("repo/.agents/skills/x", "");
        tree.AddFile("repo/sub/.agents/skills/x", "");
        var roots = SkillRoots.Find(new SkillSources
        {
            ProjectFolders = ["/near/.codex", "/far/.codex"],
            CodexHome = "/home/.codex",
            HomeDirectory = "/home",
            MachineFolder = "/etc/codex",
            WorkingDirectory = tree["repo/sub"],
        });
        Assert.Equal(
            [
                "/near/.codex/skills", "/far/.codex/skills", "/home/.codex/skills", "/home/.agents/skills", "/home/.codex/skills/.system",
                "/etc/codex/skills", tree["repo/.agents/skills"], tree["repo/sub/.agents/skills"],
            ],
            roots.Select(root => root.Path));
    }
}
