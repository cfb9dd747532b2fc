using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What the terminal is and can do.</summary>
internal static class TerminalCheck
{
    private static readonly string[] s_dimensions = ["COLUMNS", "LINES"];
    private static readonly string[] s_colors = ["COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLORFGBG"];

    private static readonly string[] s_remote =
    [
        "SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT", "MOSH_IP", "WSL_DISTRO_NAME", "WSL_INTEROP", "VSCODE_INJECTION", "VSCODE_IPC_HOOK_CLI",
        "WAYLAND_DISPLAY", "DISPLAY", "WT_SESSION",
    ];

    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        var host = context.Host;
        var size = await SizeAsync(context, cancellationToken);
        var details = new DetailList();
        AddIdentity(details, host);
        details.Add("terminal size", size is null ? "unavailable" : $"{size.Columns}x{size.Rows}");
        AddValues(details, host, s_dimensions);
        details.Add("color output", Color(context));
        AddValues(details, host, s_colors);
        var terminfoIsBad = AddTerminfo(details, host);
        var locale = Array.Find(LocaleVariables.Names, name => host.GetNonEmptyVariable(name) is not null) is { } variable ? host.GetVariable(variable) : null;
        details.AddIfAny("effective locale", locale);
        foreach (var name in s_remote.Where(name => host.GetVariable(name) is not null))
            details.Add(name, "present");
        if (host.GetNonEmptyVariable("TMUX") is not null)
            await TmuxFacts.AddAsync(details, context, cancellationToken);
        var issues = TerminalIssues.Find(host, size, locale, terminfoIsBad);
        return new DoctorCheck
        {
            Id = "terminal.env",
            Category = "terminal",
            Status = issues.Count == 0 ? DoctorStatus.Ok : issues.Max(static issue => issue.Severity),
            Summary = issues.Count == 0 ? "the terminal is known" : issues[0].Cause,
            Details = details.Details,
            Issues = issues,
        };
    }

    private static void AddIdentity(DetailList details, HostEnvironment host)
    {
        details.Add("terminal", TerminalKind.NameOf(host));
        details.AddIfAny("TERM_PROGRAM", host.GetVariable("TERM_PROGRAM")?.Trim());
        details.AddIfAny("terminal version", host.GetNonEmptyVariable("TERM_PROGRAM") is null ? null : host.GetVariable("TERM_PROGRAM_VERSION")?.Trim());
        details.AddIfAny("TERM", TerminalKind.TermOf(host));
        details.AddIfAny("multiplexer", TerminalKind.MultiplexerOf(host));
        details.Add("stdin is terminal", host.StandardInputIsTerminal);
        details.Add("stdout is terminal", host.StandardOutputIsTerminal);
        details.Add("stderr is terminal", host.StandardErrorIsTerminal);
    }

    // Without a terminal, the description of its kind tells the usual size.
    private static async Task<TerminalSize?> SizeAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        if (TerminalWindow.ReadSize() is { } size)
            return size;
        var columns = await context.Tools.RunAsync("tput", context.WorkingDirectory, cancellationToken, "cols");
        var rows = await context.Tools.RunAsync("tput", context.WorkingDirectory, cancellationToken, "lines");
        return int.TryParse(columns.OneLine, out var width) && int.TryParse(rows.OneLine, out var height) ? new TerminalSize(width, height) : null;
    }

    private static void AddValues(DetailList details, HostEnvironment host, string[] names)
    {
        foreach (var name in names)
        {
            if (host.GetVariable(name)?.Trim() is { } value)
                details.Add(name, value.Length > 0 ? value : "present");
        }
    }

    private static string Color(DoctorContext context)
    {
        if (DoctorColor.WhyNot(context.Host, context.RefusesColor) is not { } reason)
            return "enabled";
        return $"disabled ({reason})";
    }

    private static bool AddTerminfo(DetailList details, HostEnvironment host)
    {
        var isBad = false;
        if (host.GetNonEmptyVariable("TERMINFO") is { } path)
            isBad |= Add("TERMINFO", path);
        foreach (var entry in (host.GetVariable("TERMINFO_DIRS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            isBad |= Add("TERMINFO_DIRS entry", entry);
        return isBad;

        bool Add(string label, string place)
        {
            var problem = Directory.Exists(place) ? null : File.Exists(place) ? PathFacts.WhyUnreadable(place) : "missing";
            details.Add(label, $"{place} ({problem ?? (Directory.Exists(place) ? "dir" : "file")})");
            return problem is not null;
        }
    }
}
