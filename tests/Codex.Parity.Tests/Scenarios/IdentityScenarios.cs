using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>How the program names itself and its terminal to servers.</summary>
public sealed class IdentityScenarios
{
    [Theory]
    [InlineData("TERM_PROGRAM=iTerm.app;TERM_PROGRAM_VERSION=3.5.0")]
    [InlineData("TERM_PROGRAM= my term ;TERM_PROGRAM_VERSION=  ")]
    [InlineData("TERM_PROGRAM=  ;TERM=screen")]
    [InlineData("TERM_PROGRAM=WarpTerminal;TERM_PROGRAM_VERSION=v0.2024/1(x)")]
    [InlineData("TERM_PROGRAM=tmux;TERM_PROGRAM_VERSION=3.3a")]
    [InlineData("TERM_PROGRAM=zellij;ZELLIJ=0")]
    [InlineData("WEZTERM_VERSION=2024")]
    [InlineData("WEZTERM_VERSION=")]
    [InlineData("ITERM_PROFILE=Default")]
    [InlineData("TERM_SESSION_ID=")]
    [InlineData("KITTY_WINDOW_ID=1;VTE_VERSION=1")]
    [InlineData("TERM=xterm-kitty")]
    [InlineData("ALACRITTY_SOCKET=/x")]
    [InlineData("TERM=alacritty")]
    [InlineData("KONSOLE_VERSION=210401")]
    [InlineData("GNOME_TERMINAL_SCREEN=")]
    [InlineData("VTE_VERSION=6800")]
    [InlineData("WT_SESSION=1")]
    [InlineData("TERM=dumb")]
    [InlineData("TERM=")]
    [InlineData("TERM=ünï")]
    [InlineData("CODEX_INTERNAL_ORIGINATOR_OVERRIDE=my editor")]
    [InlineData("CODEX_INTERNAL_ORIGINATOR_OVERRIDE=mïne")]
    [InlineData("CODEX_INTERNAL_ORIGINATOR_OVERRIDE=my\u0007own")]
    [InlineData("CODEX_INTERNAL_ORIGINATOR_OVERRIDE=")]
    public Task The_variables_of_a_terminal(string variables) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Says("ok")) with
        {
            Environment = variables.Split(';').Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => pair[0], static pair => (string?)pair[1]),
        },
        $"terminal_{variables}");

    [Theory]
    [InlineData("ghostty 1.2.3", "xterm-ghostty")]
    [InlineData("WezTerm", "xterm-256color")]
    [InlineData("", "xterm-256color")]
    [InlineData("", "")]
    public Task The_terminal_behind_tmux(string type, string name) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Model.Says("ok")) with
        {
            // Answers as tmux does: with its format, filled in.
            Workspace = workspace =>
            {
                var tmux = Path.Combine(workspace, "tmux");
                File.WriteAllText(tmux, $"#!/bin/sh\nprintf '%s\\n' \"$3\" | sed -e 's/#{{client_termtype}}/{type}/' -e 's/#{{client_termname}}/{name}/'\n");
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(tmux, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            },
            Environment = new Dictionary<string, string?>
            {
                ["PATH"] = "{ws}:{PATH}",
                ["TERM_PROGRAM"] = "tmux",
                ["TERM_PROGRAM_VERSION"] = "3.4",
                ["TMUX"] = "/tmp/tmux-0/default,1,0",
            },
        },
        $"tmux_{type}_{name}");

    [Fact]
    public Task A_tmux_that_does_not_answer() => BothPrograms.AgreeOnAsync(Scenario.Json(Model.Says("ok")) with
    {
        Environment = new Dictionary<string, string?> { ["TERM_PROGRAM"] = "TMUX", ["TMUX_PANE"] = "%1", ["TMUX_TMPDIR"] = "{ws}" },
    });
}
