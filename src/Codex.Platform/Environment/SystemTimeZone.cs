namespace Codex.Platform.Environment;

/// <summary>
/// The system's time zone by its IANA name: where <c>/etc/localtime</c> points to, else what <c>/etc/timezone</c> says.
/// <c>TZ</c> has no say, as in the original.
/// </summary>
public static class SystemTimeZone
{
    private const string Link = "/etc/localtime";
    private const string Folder = "/zoneinfo/";

    /// <summary>Reads the name; null on systems that keep it elsewhere.</summary>
    public static string? ReadName()
    {
        if (OperatingSystem.IsWindows())
            return TimeZoneInfo.TryConvertWindowsIdToIanaId(TimeZoneInfo.Local.Id, out var name) ? name : null;
        return FromLink() ?? FromFile();
    }

    private static string? FromLink()
    {
        try
        {
            var target = File.ResolveLinkTarget(Link, returnFinalTarget: false)?.FullName;
            var folder = target?.IndexOf(Folder, StringComparison.Ordinal) ?? -1;
            return folder < 0 ? null : target![(folder + Folder.Length)..];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? FromFile()
    {
        try
        {
            return File.Exists("/etc/timezone") && File.ReadAllText("/etc/timezone").Trim() is { Length: > 0 } name ? name : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
