using System.Globalization;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What stands in the way of a good display.</summary>
internal static class TerminalIssues
{
    private const int FewColumns = 80;
    private const int FewRows = 24;

    /// <summary>The issues, the gravest kind first.</summary>
    public static IReadOnlyList<DoctorIssue> Find(HostEnvironment host, TerminalSize? size, string? locale, bool terminfoIsBad)
    {
        DoctorIssue?[] issues =
        [
            TerminalKind.TermOf(host) == "dumb" ? Dumb() : null,
            locale is not null && !IsUtf8(locale) ? Encoding(locale) : null,
            terminfoIsBad ? Terminfo() : null,
            size is { Columns: > 0 and < FewColumns } ? Narrow($"width {size.Columns} cols", $"{size.Columns} x {size.Rows}", "terminal size") : null,
            size is { Rows: > 0 and < FewRows } ? Low($"height {size.Rows} rows", $"{size.Columns} x {size.Rows}", "terminal size") : null,
            Number(host, "COLUMNS") is > 0 and < FewColumns and var columns ? Narrow($"COLUMNS={columns}", $"{columns} columns", "COLUMNS") : null,
            Number(host, "LINES") is > 0 and < FewRows and var lines ? Low($"LINES={lines}", $"{lines} rows", "LINES") : null,
        ];
        return [.. issues.OfType<DoctorIssue>()];
    }

    private static DoctorIssue Dumb() => new(DoctorStatus.Fail, "TERM=dumb: there are no colours and no cursor movement")
    {
        Measured = "TERM=dumb",
        Expected = "TERM=xterm-256color or another real terminal type",
        Remedy = "Set TERM to what the terminal is, for example xterm-256color.",
        Fields = ["TERM"],
    };

    private static DoctorIssue Encoding(string locale) => new(DoctorStatus.Warning, "the locale is not UTF-8: some characters may be shown wrongly")
    {
        Measured = locale,
        Expected = "UTF-8 locale, for example en_US.UTF-8",
        Remedy = "Set LANG to a UTF-8 locale, for example en_US.UTF-8.",
        Fields = ["effective locale"],
    };

    private static DoctorIssue Terminfo() => new(DoctorStatus.Fail, "the description of the terminal cannot be read")
    {
        Expected = "readable terminfo file or directory",
        Remedy = "Let TERMINFO name a directory that can be read, or unset it.",
        Fields = ["TERMINFO", "TERMINFO_DIRS entry"],
    };

    private static DoctorIssue Narrow(string what, string measured, string field) => new(DoctorStatus.Warning, $"{what}: lines may be broken")
    {
        Measured = measured,
        Expected = ">= 80 columns",
        Remedy = "Make the window at least 80 columns wide.",
        Fields = [field],
    };

    private static DoctorIssue Low(string what, string measured, string field) => new(DoctorStatus.Warning, $"{what}: content may scroll away")
    {
        Measured = measured,
        Expected = ">= 24 rows",
        Remedy = "Make the window at least 24 rows high.",
        Fields = [field],
    };

    private static bool IsUtf8(string locale) =>
        locale.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);

    private static int? Number(HostEnvironment host, string name) =>
        ushort.TryParse(host.GetVariable(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
