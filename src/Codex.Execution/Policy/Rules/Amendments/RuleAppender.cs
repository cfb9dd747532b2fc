using System.Text;

namespace Codex.Execution.Policy.Rules.Amendments;

/// <summary>Appends lines to a rules file that other processes append to, too.</summary>
internal static class RuleAppender
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Appends the line unless the file has it; its folder is made when it is missing, its parent is not.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task AppendAsync(string file, string line, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (Path.GetDirectoryName(folder) is { } home && !Directory.Exists(home))
        {
            throw new DirectoryNotFoundException($"Could not find a part of the path '{home}'.");
        }

        Directory.CreateDirectory(folder);
        var stream = await OpenAsync(file, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            await AppendAsync(stream, line, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task AppendAsync(FileStream stream, string line, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        if (HasLine(text, line))
        {
            return;
        }

        // One write at the end of the file: a reader sees all of the line or nothing.
        stream.Seek(0, SeekOrigin.End);
        var separator = text.Length > 0 && !text.EndsWith('\n') ? "\n" : "";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{separator}{line}\n"), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens the file for this process alone; others wait for their turn.</summary>
    private static async Task<FileStream> OpenAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsLocked(exception))
            {
                await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // What .NET says about a lock of another process: EWOULDBLOCK of flock, or a sharing violation.
    private static bool IsLocked(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static bool HasLine(string text, string line)
    {
        foreach (var existing in text.AsSpan().EnumerateLines())
        {
            if (existing.SequenceEqual(line))
            {
                return true;
            }
        }

        return false;
    }
}
