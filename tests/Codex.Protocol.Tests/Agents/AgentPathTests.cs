using Codex.Protocol.Agents;

namespace Codex.Protocol.Tests.Agents;

public sealed class AgentPathTests
{
    [Theory]
    [InlineData("/root", "root")]
    [InlineData("/root/a_1", "a_1")]
    [InlineData("/root/a/b", "b")]
    [InlineData("/morpheus", "morpheus")]
    public void Absolute_paths_are_read(string text, string name)
    {
        Assert.True(AgentPath.TryParse(text, out var path, out _));
        Assert.Equal((text, name, text == "/root"), (path.Text, path.Name, path.IsRoot));
    }

    [Theory]
    [InlineData("", "absolute agent paths must start with `/root` or be `/morpheus`")]
    [InlineData("root", "absolute agent paths must start with `/root` or be `/morpheus`")]
    [InlineData("/other", "absolute agent paths must start with `/root` or be `/morpheus`")]
    [InlineData("/morpheus/a", "absolute agent paths must start with `/root` or be `/morpheus`")]
    [InlineData("/root/", "absolute agent path must not end with `/`")]
    [InlineData("/root//a", "agent_name must not be empty")]
    [InlineData("/root/root", "agent_name `root` is reserved")]
    [InlineData("/root/..", "agent_name `..` is reserved")]
    [InlineData("/root/Bad", "agent_name must use only lowercase letters, digits, and underscores")]
    public void What_is_no_path_is_refused(string text, string expected)
    {
        Assert.False(AgentPath.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("c", "/root/a/c")]
    [InlineData("c/d", "/root/a/c/d")]
    [InlineData("/root", "/root")]
    [InlineData("/root/b", "/root/b")]
    [InlineData("/morpheus", "/morpheus")]
    [InlineData("", "agent path must not be empty")]
    [InlineData("c/", "relative agent path must not end with `/`")]
    [InlineData("../b", "agent_name `..` is reserved")]
    [InlineData("/elsewhere", "absolute agent paths must start with `/root` or be `/morpheus`")]
    public void References_are_absolute_or_below(string reference, string expected)
    {
        Assert.True(AgentPath.Root.TryJoin("a", out var agent, out _));
        Assert.Equal(expected, agent.TryResolve(reference, out var path, out var error) ? path.ToString() : error);
    }

    [Fact]
    public void A_name_is_one_segment()
    {
        Assert.False(AgentPath.Root.TryJoin("a/b", out _, out var error));
        Assert.Equal("agent_name must not contain `/`", error);
    }
}
