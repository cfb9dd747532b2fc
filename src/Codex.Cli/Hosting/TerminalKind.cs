using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>Names the terminal and what multiplies it, by the variables they set (<c>codex-rs/terminal-detection/src/lib.rs</c>).</summary>
internal static class TerminalKind
{
    private static readonly (string Variable, string Name)[] s_marks =
    [
        ("WEZTERM_VERSION", "WezTerm"), ("ITERM_SESSION_ID", "iTerm2"), ("ITERM_PROFILE", "iTerm2"), ("ITERM_PROFILE_NAME", "iTerm2"),
        ("TERM_SESSION_ID", "Apple Terminal"), ("KITTY_WINDOW_ID", "kitty"), ("ALACRITTY_SOCKET", "Alacritty"), ("KONSOLE_VERSION", "Konsole"),
        ("GNOME_TERMINAL_SCREEN", "GNOME Terminal"), ("VTE_VERSION", "VTE"), ("WT_SESSION", "Windows Terminal"),
    ];

    /// <summary>The terminal's name.</summary>
    public static string NameOf(HostEnvironment host)
    {
        if (host.GetVariable("TERM_PROGRAM") is { } program && !string.IsNullOrWhiteSpace(program))
            return OfProgram(program.Trim());
        foreach (var (variable, name) in s_marks)
        {
            if (host.GetVariable(variable) is not null)
                return name;
        }

        return OfTerm(host.GetVariable("TERM"));
    }

    /// <summary>The value of TERM, when nothing better names the terminal.</summary>
    public static string? TermOf(HostEnvironment host)
    {
        if (!string.IsNullOrWhiteSpace(host.GetVariable("TERM_PROGRAM")) || Array.Exists(s_marks, mark => host.GetVariable(mark.Variable) is not null))
            return null;
        return host.GetVariable("TERM") is { } term && !string.IsNullOrWhiteSpace(term) ? term.Trim() : null;
    }

    private static string OfTerm(string? term) => term switch
    {
        "dumb" => "dumb",
        "alacritty" => "Alacritty",
        not null when term.Contains("kitty", StringComparison.Ordinal) => "kitty",
        _ => "unknown",
    };

    /// <summary>tmux or zellij; null when there is neither.</summary>
    public static string? MultiplexerOf(HostEnvironment host)
    {
        if (host.GetNonEmptyVariable("TMUX") is not null || host.GetNonEmptyVariable("TMUX_PANE") is not null)
            return host.GetVariable("TERM_PROGRAM") == "tmux" && host.GetNonEmptyVariable("TERM_PROGRAM_VERSION") is { } version ? $"tmux {version}" : "tmux";
        return host.GetNonEmptyVariable("ZELLIJ") is not null || host.GetNonEmptyVariable("ZELLIJ_SESSION_NAME") is not null ? "zellij" : null;
    }

    private static string OfProgram(string program) => program.ToLowerInvariant() switch
    {
        "apple_terminal" => "Apple Terminal",
        "ghostty" => "Ghostty",
        "iterm.app" => "iTerm2",
        "warpterminal" => "Warp",
        "vscode" => "VS Code",
        "wezterm" => "WezTerm",
        "kitty" => "kitty",
        "alacritty" => "Alacritty",
        "konsole" => "Konsole",
        "gnome-terminal" => "GNOME Terminal",
        _ => "unknown",
    };
}
