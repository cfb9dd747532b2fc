using System.Text;
using Codex.Platform;

namespace Codex.Exec.Output;

/// <summary>Writes the final message to the file the user named; a failure is reported and changes nothing else.</summary>
internal static class LastMessageFile
{
    /// <summary>Writes the message, or nothing when there is none.</summary>
    public static void Write(string path, string? message, TextSink error)
    {
        try
        {
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(message ?? ""));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.Line($"Failed to write last message file \"{path}\": {Reason(path, exception)}");
        }

        if (message is null)
            error.Line($"Warning: no last agent message; wrote empty content to {path}");
    }

    // .NET reports a directory in the place of the file as refused access.
    private static string Reason(string path, Exception exception) =>
        Directory.Exists(path) ? Errno.Describe(Errno.IsDirectory) : Errno.Describe(exception);
}
