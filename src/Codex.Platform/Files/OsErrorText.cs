using System.Runtime.InteropServices;

namespace Codex.Platform.Files;

/// <summary>Operating system errors in the original's words: <c>No such file or directory (os error 2)</c>.</summary>
public static class OsErrorText
{
    private const int NoEntry = 2;
    private const int AccessDenied = 13;
    private const int IsDirectory = 21;

    /// <summary>The text for an exception of a file operation; its own message when no system error is behind it.</summary>
    public static string Describe(Exception exception) =>
        Number(exception) is { } number ? Describe(number) : exception.Message;

    /// <summary>The text for an error number.</summary>
    public static string Describe(int number) => $"{Marshal.GetPInvokeErrorMessage(number)} (os error {number})";

    /// <summary>The error number behind an exception, or null.</summary>
    /// <remarks>.NET keeps the number of plain I/O errors as the result code and of refused access as the inner exception.</remarks>
    public static int? Number(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NoEntry,
        UnauthorizedAccessException { InnerException: IOException { HResult: > 0 and var number } } => number,
        UnauthorizedAccessException { Message: var text } when text.Contains("directory", StringComparison.OrdinalIgnoreCase) => IsDirectory,
        UnauthorizedAccessException => AccessDenied,
        IOException { HResult: > 0 and < 0x1000 and var number } => number,
        _ => null,
    };
}
