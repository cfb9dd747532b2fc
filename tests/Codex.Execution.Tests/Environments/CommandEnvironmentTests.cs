using System.Collections.Immutable;
using Codex.Execution.Environments;
using Codex.Platform.Environment;

namespace Codex.Execution.Tests.Environments;

public sealed class CommandEnvironmentTests
{
    private static readonly HostEnvironment s_host = new()
    {
        Variables = new Dictionary<string, string>
        {
            ["PATH"] = "/bin",
            ["HOME"] = "/home/me",
            ["API_KEY"] = "k",
            ["my_token"] = "t",
            ["EDITOR"] = "vi",
            ["FOO_1"] = "1",
            ["FOO_22"] = "2",
        },
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };

    private static IEnumerable<string> Names(ShellEnvironmentPolicy policy, string? threadId = null) =>
        CommandEnvironment.Create(s_host, policy, threadId).Keys.Order(StringComparer.Ordinal);

    [Fact]
    public void Everything_is_inherited_unless_told_otherwise() =>
        Assert.Equal(s_host.Variables.Keys.Order(StringComparer.Ordinal), Names(new()));

    [Fact]
    public void Secrets_can_be_dropped() =>
        Assert.Equal(["EDITOR", "FOO_1", "FOO_22", "HOME", "PATH"], Names(new() { IgnoreDefaultExcludes = false }));

    [Fact]
    public void Concealed_variables_are_dropped_and_can_be_set()
    {
        var variables = CommandEnvironment.Create(s_host, new()
        {
            Concealed = ["API_KEY", "FOO_*"],
            Set = ImmutableDictionary<string, string>.Empty.Add("FOO_22", "mine"),
        }, threadId: null);

        Assert.Equal("mine", Assert.Single(variables, static pair => pair.Key is "API_KEY" or "FOO_1" or "FOO_22").Value);
    }

    [Fact]
    public void The_core_is_small() => Assert.Equal(["HOME", "PATH"], Names(new() { Inherit = EnvironmentInheritance.Core }));

    [Fact]
    public void Rules_apply_in_order_and_the_thread_comes_last()
    {
        var policy = new ShellEnvironmentPolicy
        {
            Exclude = ["foo_?", "E*R"],
            Set = ImmutableDictionary<string, string>.Empty.Add("ADDED", "1").Add("FOO_1", "again"),
            IncludeOnly = ["FOO*", "added"],
        };

        Assert.Equal(["ADDED", "CODEX_THREAD_ID", "FOO_1", "FOO_22"], Names(policy, "t1"));
    }

    [Fact]
    public void Sessions_get_a_plain_terminal_and_no_pager()
    {
        var variables = CommandEnvironment.CreateForSession(s_host, new() { Inherit = EnvironmentInheritance.None }, "t1");

        Assert.Equal(11, variables.Count);
        Assert.Equal(("dumb", "", "cat", "1", "t1"), (variables["TERM"], variables["COLORTERM"], variables["GIT_PAGER"], variables["CODEX_CI"], variables["CODEX_THREAD_ID"]));
    }

    [Theory]
    [InlineData("ABC", "*", true)]
    [InlineData("ABC", "a*c", true)]
    [InlineData("ABBC", "a*bc", true)]
    [InlineData("ABC", "a?c", true)]
    [InlineData("AC", "a?c", false)]
    [InlineData("ABCD", "a*c", false)]
    [InlineData("", "*", true)]
    [InlineData("A", "", false)]
    public void Patterns_know_star_and_question_mark(string name, string pattern, bool matches) =>
        Assert.Equal(matches, VariablePattern.Matches(name, pattern));
}
