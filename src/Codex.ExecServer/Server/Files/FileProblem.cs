using Codex.ExecServer.Rpc;
using Codex.Platform;

namespace Codex.ExecServer.Server.Files;

/// <summary>Failures of the file system as answers.</summary>
internal static class FileProblem
{
    private const int NotPermitted = 1;

    /// <summary>Whether an exception is one.</summary>
    public static bool IsOne(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The failure that an error number means.</summary>
    public static IOException Of(int errorNumber) => new(Errno.Describe(errorNumber), errorNumber);

    /// <summary>The answer.</summary>
    public static RpcException ToAnswer(Exception exception, string path)
    {
        if (exception is ArgumentException)
            return RpcException.InvalidRequest("file name contained an unexpected NUL byte");
        var number = NumberOf(exception, path);
        var text = number is { } known ? Errno.Describe(known) : exception.Message;
        return number switch
        {
            Errno.NoEntry => RpcException.NotFound(text),
            Errno.AccessDenied or NotPermitted => RpcException.InvalidRequest(text),
            _ => RpcException.Internal(text),
        };
    }

    private static int? NumberOf(Exception exception, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => HasFileAbove(path) ? Errno.NotADirectory : Errno.NoEntry,
        // Removing a directory reports a denial without its number.
        IOException { HResult: < 0 } when !OperatingSystem.IsWindows() => Errno.AccessDenied,
        _ => Errno.Of(exception),
    };

    private static bool HasFileAbove(string path)
    {
        var above = Path.GetDirectoryName(path);
        while (above is not null && !Path.Exists(above))
            above = Path.GetDirectoryName(above);
        return above is not null && !Directory.Exists(above);
    }
}
