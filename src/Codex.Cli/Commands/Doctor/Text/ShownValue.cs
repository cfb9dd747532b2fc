namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>Shortens values for people: paths around their middle, times to the minute.</summary>
internal static class ShownValue
{
    private const int PathLength = 48;
    private const int ShortestTime = 17;

    /// <summary>The value as it is shown.</summary>
    public static string Of(string value, string? home)
    {
        if (value.StartsWith('/') || value.StartsWith("~/", StringComparison.Ordinal) || value.StartsWith("./", StringComparison.Ordinal) || value.StartsWith("../", StringComparison.Ordinal))
            return Path(value, home);
        return value.Length >= ShortestTime && value.EndsWith('Z') && value.Split('T') is [var date, { Length: >= 5 } time] ? $"{date} {time[..5]} UTC" : value;
    }

    // What stands in brackets behind a path stays whole.
    private static string Path(string value, string? home)
    {
        var remark = value.IndexOf(" (", StringComparison.Ordinal);
        var path = remark < 0 ? value : value[..remark];
        if (!string.IsNullOrEmpty(home) && (path == home || path.StartsWith(home + "/", StringComparison.Ordinal)))
            path = "~" + path[home.Length..];
        return Middle(path) + (remark < 0 ? "" : value[remark..]);
    }

    private static string Middle(string path)
    {
        const int Head = PathLength / 2;
        return path.Length <= PathLength ? path : $"{path[..Head]}…{path[^(PathLength - Head - 1)..]}";
    }
}
