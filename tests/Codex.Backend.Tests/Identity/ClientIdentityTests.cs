using Codex.Backend.Identity;
using Codex.Backend.Responses;

namespace Codex.Backend.Tests.Identity;

public sealed class ClientIdentityTests
{
    [Fact]
    public void The_user_agent_has_the_originals_form()
    {
        var identity = ClientIdentity.Create("codex_exec", TestEnvironment.With(("TERM", "xterm")));

        Assert.Equal("codex_exec", identity.Originator);
        Assert.Matches(@"^codex_exec/0\.136\.0 \(.+ .+; [a-z0-9_]+\) xterm \(codex_exec; 0\.136\.0\)$", identity.UserAgent);
    }

    [Fact]
    public void The_originator_can_be_replaced()
    {
        var identity = ClientIdentity.Create("codex_exec", TestEnvironment.With(("CODEX_INTERNAL_ORIGINATOR_OVERRIDE", "mine")));

        Assert.Equal("mine", identity.Originator);
        Assert.StartsWith("mine/0.136.0 (", identity.UserAgent, StringComparison.Ordinal);
        Assert.EndsWith(" unknown (codex_exec; 0.136.0)", identity.UserAgent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ID=debian\nVERSION_ID=\"12\"", "Debian 12.0.0")]
    [InlineData("NAME=x\nID=ubuntu\nVERSION_ID=\"22.04\"", "Ubuntu 22.4.0")]
    [InlineData("ID=arch", "Arch Linux Unknown")]
    [InlineData("ID=mine\nVERSION_ID=rolling", "Linux rolling")]
    [InlineData("", "Linux Unknown")]
    public void Distributions_are_named_by_their_release_file(string text, string name) =>
        Assert.Equal(name, OperatingSystemName.Linux(text.Split('\n')));

    [Theory]
    [InlineData("TERM_PROGRAM=iTerm.app TERM_PROGRAM_VERSION=3.5.0 TERM=xterm", "iTerm.app/3.5.0")]
    [InlineData("TERM_PROGRAM=a~b", "a_b")]
    [InlineData("WEZTERM_VERSION=2024", "WezTerm/2024")]
    [InlineData("TERM=xterm-kitty", "kitty")]
    [InlineData("TERM=xterm VTE_VERSION=7000", "VTE/7000")]
    [InlineData("WT_SESSION=1 TERM=xterm", "WindowsTerminal")]
    [InlineData("TERM=dumb", "dumb")]
    [InlineData("A=b", "unknown")]
    public void Terminals_are_named_by_their_variables(string variables, string name) => Assert.Equal(
        name, TerminalName.Detect(TestEnvironment.With(variables.Split(' ').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])))));

    [Fact]
    public void An_originator_that_no_header_may_hold_gives_way_to_the_usual_one()
    {
        var identity = ClientIdentity.Create("codex_exec", TestEnvironment.With(("CODEX_INTERNAL_ORIGINATOR_OVERRIDE", "my\u0007own")));

        Assert.Equal("codex_cli_rs", identity.Originator);
        Assert.StartsWith("codex_cli_rs/0.136.0 (", identity.UserAgent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghostty 1.2.3\nxterm-ghostty\n", "ghostty/1.2.3")]
    [InlineData("WezTerm\nxterm-256color\n", "WezTerm")]
    [InlineData("a b c\n\n", "a/b")]
    [InlineData("\nxterm-256color\n", "xterm-256color")]
    [InlineData("\n\n", null)]
    [InlineData("", null)]
    public void Behind_tmux_is_the_terminal_of_its_client(string answer, string? name) => Assert.Equal(name, TmuxClient.Read(answer));
}
