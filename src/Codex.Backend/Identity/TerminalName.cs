using Codex.Platform.Environment;

namespace Codex.Backend.Identity;

/// <summary>Names the terminal by the variables it sets (<c>codex-rs/terminal-detection/src/lib.rs</c>).</summary>
public static class TerminalName
{
    /// <summary>The name, with a version where one is known; only letters, digits and <c>-_./</c>.</summary>
    public static string Detect(HostEnvironment environment) => Sanitize(Find(environment));

    private static string Find(HostEnvironment environment)
    {
        if (NonBlank(environment, "TERM_PROGRAM") is { } program)
            return FindBehindTmux(environment, program) ?? WithVersion(environment, program, "TERM_PROGRAM_VERSION");
        if (Has(environment, "WEZTERM_VERSION"))
            return WithVersion(environment, "WezTerm", "WEZTERM_VERSION");
        if (Has(environment, "ITERM_SESSION_ID") || Has(environment, "ITERM_PROFILE") || Has(environment, "ITERM_PROFILE_NAME"))
            return "iTerm.app";
        return Has(environment, "TERM_SESSION_ID") ? "Apple_Terminal" : FindByTerminfo(environment, environment.GetVariable("TERM") ?? "");
    }

    private static string? FindBehindTmux(HostEnvironment environment, string program) =>
        program.Equals("tmux", StringComparison.OrdinalIgnoreCase) && (NonBlank(environment, "TMUX") ?? NonBlank(environment, "TMUX_PANE")) is not null
            ? TmuxClient.FindTerminal(environment)
            : null;

    private static string FindByTerminfo(HostEnvironment environment, string term)
    {
        if (Has(environment, "KITTY_WINDOW_ID") || term.Contains("kitty", StringComparison.Ordinal))
            return "kitty";
        if (Has(environment, "ALACRITTY_SOCKET") || term == "alacritty")
            return "Alacritty";
        if (Has(environment, "KONSOLE_VERSION"))
            return WithVersion(environment, "Konsole", "KONSOLE_VERSION");
        if (Has(environment, "GNOME_TERMINAL_SCREEN"))
            return "gnome-terminal";
        if (Has(environment, "VTE_VERSION"))
            return WithVersion(environment, "VTE", "VTE_VERSION");
        if (Has(environment, "WT_SESSION"))
            return "WindowsTerminal";
        return string.IsNullOrWhiteSpace(term) ? "unknown" : term;
    }

    private static string WithVersion(HostEnvironment environment, string name, string variable) =>
        NonBlank(environment, variable) is { } version ? $"{name}/{version}" : name;

    private static bool Has(HostEnvironment environment, string name) => environment.GetVariable(name) is not null;

    private static string? NonBlank(HostEnvironment environment, string name) =>
        environment.GetVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static string Sanitize(string name) => string.Create(name.Length, name, static (target, source) =>
    {
        for (var index = 0; index < source.Length; index++)
            target[index] = char.IsAsciiLetterOrDigit(source[index]) || source[index] is '-' or '_' or '.' or '/' ? source[index] : '_';
    });
}
