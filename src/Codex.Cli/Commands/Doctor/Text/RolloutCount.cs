using System.Globalization;
using Codex.Formats.Text;

namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>How many rollout files there are and how large they are.</summary>
/// <param name="Files">Their number.</param>
/// <param name="Bytes">Their size together.</param>
internal sealed record RolloutCount(long Files, long Bytes)
{
    private const long ManyFiles = 1000;
    private const long ManyBytes = 1L << 30;

    /// <summary>Whether they should be mentioned.</summary>
    public bool IsLarge => Files >= ManyFiles || Bytes >= ManyBytes;

    /// <summary>As facts tell it.</summary>
    public string Fact => string.Create(CultureInfo.InvariantCulture, $"{Files} files, {Bytes} total bytes, {Average} average bytes");

    private long Average => Files == 0 ? 0 : Bytes / Files;

    /// <summary>Reads <see cref="Fact"/>; null when the text is none.</summary>
    public static RolloutCount? Parse(string fact) => fact.Split(' ') is [var files, "files,", var bytes, "total", ..]
        && long.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
        ? new RolloutCount(count, size)
        : null;

    /// <summary>For people.</summary>
    public string Describe() => $"{NumberText.WithSeparators(Files)} files · {Size(Bytes)} (avg {Size(Average)})";

    /// <summary>For a remark.</summary>
    public string DescribeShortly() => $"{NumberText.WithSeparators(Files)} active files · {Size(Bytes)} on disk";

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => Scaled(bytes, 1L << 30, "GB"),
        >= 1L << 20 => Scaled(bytes, 1L << 20, "MB"),
        >= 1L << 10 => Scaled(bytes, 1L << 10, "KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
    };

    private static string Scaled(long bytes, long unit, string name) => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / unit:F2} {name}");
}
