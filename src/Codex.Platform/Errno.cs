using System.Globalization;
using System.Runtime.InteropServices;

namespace Codex.Platform;

/// <summary>Error numbers of the operating system and their wording, which is the one the original prints.</summary>
public static class Errno
{
    /// <summary>No such file or directory.</summary>
    public const int NoEntry = 2;

    /// <summary>Interrupted system call.</summary>
    internal const int Interrupted = 4;

    /// <summary>Permission denied.</summary>
    public const int AccessDenied = 13;

    /// <summary>File exists.</summary>
    public const int Exists = 17;

    /// <summary>Not a directory.</summary>
    public const int NotADirectory = 20;

    /// <summary>Is a directory.</summary>
    public const int IsDirectory = 21;

    /// <summary>Directory not empty.</summary>
    public static int NotEmpty => OperatingSystem.IsMacOS() ? 66 : OperatingSystem.IsWindows() ? 145 : 39;

    /// <summary>File name too long.</summary>
    public static int NameTooLong => OperatingSystem.IsMacOS() ? 63 : 36;

    /// <summary>Try again: a non-blocking descriptor is not ready.</summary>
    internal static int WouldBlock => OperatingSystem.IsMacOS() ? 35 : 11;

    /// <summary>The message of an error number, such as <c>No such file or directory (os error 2)</c>.</summary>
    public static string Describe(int error) =>
        string.Create(CultureInfo.InvariantCulture, $"{OriginalText(error) ?? Marshal.GetPInvokeErrorMessage(error)} (os error {error})");

    /// <summary>Where the C library of the original's Linux build (musl) names an error otherwise than this one.</summary>
    private static string? OriginalText(int error) => !OperatingSystem.IsLinux() ? null : error switch
    {
        5 => "I/O error",
        16 => "Resource busy",
        18 => "Cross-device link",
        24 => "No file descriptors available",
        36 => "Filename too long",
        40 => "Symbolic link loop",
        98 => "Address in use",
        99 => "Address not available",
        110 => "Operation timed out",
        113 => "Host is unreachable",
        122 => "Quota exceeded",
        _ => null,
    };

    /// <summary>The message of an exception of file or process access, in the same form where it carries an error number.</summary>
    public static string Describe(Exception exception) =>
        Of(exception) is { } error ? Describe(error) : exception.Message;

    /// <summary>The error number behind an exception of file access, or null when there is none.</summary>
    public static int? Of(Exception exception) => exception switch
    {
        FileNotFoundException => NoEntry,
        DirectoryNotFoundException => OperatingSystem.IsWindows() ? 3 : NoEntry,
        PathTooLongException => OperatingSystem.IsWindows() ? 206 : NameTooLong,
        UnauthorizedAccessException => OperatingSystem.IsWindows() ? 5 : NumberIn(exception.InnerException) ?? AccessDenied,
        IOException => NumberIn(exception),
        _ => null,
    };

    /// <summary>Whether a file could not be opened because somebody else has it open and shares it not.</summary>
    public static bool IsLocked(IOException exception) => Of(exception) == (OperatingSystem.IsWindows() ? 32 : WouldBlock);

    // .NET keeps the raw number in HResult on Unix and a wrapped Win32 code on Windows.
    private static int? NumberIn(Exception? exception) => exception?.HResult switch
    {
        > 0 and < 4096 and var error => error,
        < 0 and var code when OperatingSystem.IsWindows() && (code & 0x1FFF0000) == 0x00070000 => code & 0xFFFF,
        _ => null,
    };
}
