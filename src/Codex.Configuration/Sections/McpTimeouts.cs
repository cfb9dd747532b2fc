using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>Reads time limits given in seconds with a fraction.</summary>
internal static class McpTimeouts
{
    private const string Negative = "cannot convert float seconds to Duration: value is negative";
    private const string TooLarge = "cannot convert float seconds to Duration: value is either too big or NaN";

    /// <summary>Seconds go before the older milliseconds. A value that is no duration is a problem of the whole server.</summary>
    public static TimeSpan? ReadStartup(TableReader table)
    {
        var milliseconds = table.Integer("startup_timeout_ms", IntegerKind.U64);
        if (table.Number("startup_timeout_sec") is not { } seconds)
            return milliseconds is { } value ? TimeSpan.FromMilliseconds(value) : null;
        if (Fault(seconds) is { } fault)
            table.Context.Report(fault, last: true);
        return Fault(seconds) is null ? Convert(seconds) : null;
    }

    public static TimeSpan? ReadTool(TableReader table)
    {
        if (table.Number("tool_timeout_sec") is not { } seconds)
            return null;
        if (Fault(seconds) is not { } fault)
            return Convert(seconds);
        table.Reject<string>("tool_timeout_sec", fault);
        return null;
    }

    private static string? Fault(double seconds) =>
        seconds < 0 ? Negative : double.IsNaN(seconds) || seconds >= 18446744073709551616.0 ? TooLarge : null;

    private static TimeSpan Convert(double seconds) =>
        seconds >= TimeSpan.MaxValue.TotalSeconds ? TimeSpan.MaxValue : TimeSpan.FromSeconds(seconds);
}
