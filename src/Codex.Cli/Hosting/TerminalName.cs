using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>The terminal, as far as its variables tell (<c>codex-rs/terminal-detection</c>).</summary>
internal static class TerminalName
{
    /// <summary>For example <c>xterm</c> or <c>iTerm.app/3.5</c>.</summary>
    public static string Detect(HostEnvironment host)
    {
        if (NotBlank(host, "TERM_PROGRAM") is { } program)
            return WithVersion(program, NotBlank(host, "TERM_PROGRAM_VERSION"));
        if (host.GetVariable("WEZTERM_VERSION") is not null)
            return WithVersion("WezTerm", NotBlank(host, "WEZTERM_VERSION"));
        if (HasAny(host, "ITERM_SESSION_ID", "ITERM_PROFILE", "ITERM_PROFILE_NAME"))
            return "iTerm.app";
        if (HasAny(host, "TERM_SESSION_ID"))
            return "Apple_Terminal";
        var term = host.GetVariable("TERM") ?? "";
        if (HasAny(host, "KITTY_WINDOW_ID") || term.Contains("kitty", StringComparison.Ordinal))
            return "kitty";
        if (HasAny(host, "ALACRITTY_SOCKET") || term == "alacritty")
            return "Alacritty";
        if (HasAny(host, "KONSOLE_VERSION"))
            return WithVersion("Konsole", NotBlank(host, "KONSOLE_VERSION"));
        if (HasAny(host, "GNOME_TERMINAL_SCREEN"))
            return "gnome-terminal";
        if (HasAny(host, "VTE_VERSION"))
            return WithVersion("VTE", NotBlank(host, "VTE_VERSION"));
        if (HasAny(host, "WT_SESSION"))
            return "WindowsTerminal";
        return string.IsNullOrWhiteSpace(term) ? "unknown" : term;
    }

    private static bool HasAny(HostEnvironment host, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (host.GetVariable(name) is not null)
                return true;
        }

        return false;
    }

    private static string? NotBlank(HostEnvironment host, string name) =>
        host.GetVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string WithVersion(string name, string? version) => version is null ? name : $"{name}/{version}";
}
