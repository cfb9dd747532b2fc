using Codex.Platform;

namespace Codex.Cli.Commands.Doctor;

/// <summary>What can be said about a path without changing anything.</summary>
internal static class PathFacts
{
    /// <summary>The path with what it is: <c>dir</c>, <c>file</c> or <c>missing</c>.</summary>
    public static string Describe(string path) => $"{path} ({Kind(path)})";

    /// <summary>Why a file cannot be read; null when it can.</summary>
    public static string? WhyUnreadable(string path)
    {
        try
        {
            using var handle = File.OpenHandle(path);
            Span<byte> first = stackalloc byte[1];
            _ = RandomAccess.Read(handle, first, 0);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Errno.Describe(exception);
        }
    }

    private static string Kind(string path)
    {
        try
        {
            return File.GetAttributes(path).HasFlag(FileAttributes.Directory) ? "dir" : "file";
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return "missing";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Errno.Describe(exception);
        }
    }
}
