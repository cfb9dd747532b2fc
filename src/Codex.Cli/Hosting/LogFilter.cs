namespace Codex.Cli.Hosting;

/// <summary>
/// The part of the <c>RUST_LOG</c> language that matters here: <c>level</c> and <c>module=level</c>, comma separated;
/// the longest module prefix decides. Without any directive that parses, errors are logged.
/// </summary>
internal sealed class LogFilter
{
    private readonly List<(string Module, LogLevel Level)> _directives;

    private LogFilter(List<(string Module, LogLevel Level)> directives) => _directives = directives;

    /// <summary>Reads the variable's value.</summary>
    public static LogFilter Parse(string? text)
    {
        List<(string Module, LogLevel Level)> directives = [];
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Directive(part) is { } directive)
                directives.Add(directive);
        }

        if (directives.Count == 0)
            directives.Add(("", LogLevel.Error));
        return new LogFilter(directives);
    }

    /// <summary>Whether a line is logged.</summary>
    public bool Allows(string module, LogLevel level)
    {
        var (best, bestLength) = (LogLevel.Off, -1);
        foreach (var (prefix, allowed) in _directives)
        {
            if (prefix.Length > bestLength && module.StartsWith(prefix, StringComparison.Ordinal))
                (best, bestLength) = (allowed, prefix.Length);
        }

        return level <= best;
    }

    // A bare word that is no level names a module, all of it.
    private static (string Module, LogLevel Level)? Directive(string part)
    {
        var split = part.IndexOf('=', StringComparison.Ordinal);
        if (split >= 0)
            return Level(part[(split + 1)..]) is { } level ? (part[..split], level) : null;
        return Level(part) is { } all ? ("", all) : (part, LogLevel.Trace);
    }

    private static LogLevel? Level(string word) => word.ToLowerInvariant() switch
    {
        "off" => LogLevel.Off,
        "error" => LogLevel.Error,
        "warn" => LogLevel.Warn,
        "info" => LogLevel.Info,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        _ => null,
    };
}
