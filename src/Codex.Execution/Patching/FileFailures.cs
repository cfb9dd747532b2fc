using System.Runtime.InteropServices;

namespace Codex.Execution.Patching;

/// <summary>Failures of the file system in the words of the original.</summary>
internal static class FileFailures
{
    private const int NotFound = 2;
    private const int PermissionDenied = 13;
    private const int NotDirectory = 20;
    private const int IsDirectory = 21;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;

    internal static bool IsFileFailure(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>For example <c>No such file or directory (os error 2)</c>.</summary>
    internal static string Describe(Exception exception, string path)
    {
        if (exception is ArgumentException)
            return "file name contained an unexpected NUL byte";
        var code = CodeOf(exception, path);
        return code is null ? exception.Message : $"{MessageOf(code.Value)} (os error {code})";
    }

    internal static IOException ReadOnly() => new("Read-only file system", 30);

    /// <summary>Whether a path cannot exist because a file stands where it needs a directory.</summary>
    internal static bool HasFileAbove(string path)
    {
        var above = Path.GetDirectoryName(path);
        while (above is not null && !Path.Exists(above))
            above = Path.GetDirectoryName(above);
        return above is not null && File.Exists(above);
    }

    private static int? CodeOf(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => HasFileAbove(path) ? NotDirectory : NotFound,
        UnauthorizedAccessException => Directory.Exists(path) ? IsDirectory : PermissionDenied,
        PathTooLongException => NameTooLong,
        IOException { HResult: > 0 and < 200 } => exception.HResult,
        _ => null,
    };

    // The original carries musl's texts, which differ from other C libraries' in a few places.
    private static string MessageOf(int code) => code switch
    {
        NameTooLong => "Filename too long",
        TooManyLinks => "Symbolic link loop",
        _ => Marshal.GetPInvokeErrorMessage(code),
    };
}
