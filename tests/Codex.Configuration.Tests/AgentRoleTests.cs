using Codex.Configuration.Agents;

namespace Codex.Configuration.Tests;

public sealed class AgentRoleTests
{
    [Fact]
    public void Roles_come_from_layers_and_from_files_beside_them()
    {
        using var home = new ConfigHome("""
            [agents.reviewer]
            description = " checks "
            nickname_candidates = [" Ann ", "Bo-1"]
            [agents.declared]
            config_file = "roles/d.toml"
            """);
        var declared = home.Write("home/roles/d.toml", "name = 'renamed'\ndescription = 'from the file'\nmodel = 'x'\n");
        var found = home.Write("home/agents/deep/f.toml", "name = 'found'\ndescription = 'f'\ndeveloper_instructions = 'do'\n");
        var loaded = home.Load();
        Assert.Empty(loaded.Warnings);
        Assert.Equal(["found", "renamed", "reviewer"], loaded.Effective.Agents.Roles.Keys);
        Assert.Equal(("f", found), (loaded.Effective.Agents.Roles["found"].Description, loaded.Effective.Agents.Roles["found"].ConfigFile));
        Assert.Equal(("from the file", declared), (loaded.Effective.Agents.Roles["renamed"].Description, loaded.Effective.Agents.Roles["renamed"].ConfigFile));
        Assert.Equal("checks", loaded.Effective.Agents.Roles["reviewer"].Description);
        Assert.Equal(["Ann", "Bo-1"], loaded.Effective.Agents.Roles["reviewer"].NicknameCandidates!);
    }

    [Fact]
    public void A_higher_layer_fills_in_what_it_does_not_say_from_the_lower_one()
    {
        using var home = new ConfigHome("[agents.r]\ndescription = 'user'\nnickname_candidates = ['a']\n");
        AgentRole role = ConfigLoader.Load(home.Request with { Overrides = ["agents.r.description=\"flag\""] }).Effective.Agents.Roles["r"];
        Assert.Equal("flag", role.Description);
        Assert.Equal(["a"], role.NicknameCandidates!);
    }

    [Theory]
    [InlineData("description = ' '", "agents.r.description cannot be blank")]
    [InlineData("nickname_candidates = ['a']", "agent role `r` must define a description")]
    [InlineData("nickname_candidates = []", "agents.r.nickname_candidates must contain at least one name")]
    [InlineData("nickname_candidates = ['a', 'a ']", "agents.r.nickname_candidates cannot contain duplicates")]
    [InlineData("nickname_candidates = ['a.b']", "agents.r.nickname_candidates may only contain ASCII letters, digits, spaces, hyphens, and underscores")]
    [InlineData("config_file = '/'", "agents.r.config_file must point to a file: /")]
    public void A_role_that_cannot_be_used_is_told_and_left_out(string fields, string reason)
    {
        using var home = new ConfigHome($"[agents.r]\n{fields}\n");
        var loaded = home.Load();
        Assert.Equal("Ignoring malformed agent role definition: " + reason, Assert.Single(loaded.Warnings).Summary);
        Assert.Empty(loaded.Effective.Agents.Roles);
    }
}
