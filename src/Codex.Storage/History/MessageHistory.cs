using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Storage.History;

/// <summary>
/// What users typed, over all threads: <c>history.jsonl</c>, one entry a line (<c>codex-rs/message-history/src/lib.rs</c>).
/// Programs that write at once wait for each other, also for Codex itself: the file is locked while it is written.
/// </summary>
/// <param name="codexHome">The directory with the file.</param>
/// <param name="options">What is kept.</param>
/// <param name="clock">Stamps the entries.</param>
public sealed class MessageHistory(string codexHome, MessageHistoryOptions options, TimeProvider clock)
{
    private const int Attempts = 10;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly string _path = Path.Combine(codexHome, "history.jsonl");

    /// <summary>Adds an entry; the oldest ones go when the file becomes too large. Nothing happens where nothing is to be kept.</summary>
    /// <exception cref="IOException">The file cannot be written, or others held it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be written.</exception>
    public async Task AppendAsync(string sessionId, string text, CancellationToken cancellationToken)
    {
        if (!options.IsKept)
            return;
        Directory.CreateDirectory(codexHome);
        var line = Line(sessionId, text);
        var file = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var owned = file.ConfigureAwait(false);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        file.Seek(0, SeekOrigin.End);
        await file.WriteAsync(line, cancellationToken).ConfigureAwait(false);
        if (options.MaximumBytes is > 0 and var most && file.Length > most)
            await TrimAsync(file, most, line.Length).ConfigureAwait(false);
    }

    /// <summary>All entries, oldest first; lines that are none are passed over.</summary>
    public IEnumerable<HistoryEntry> Read()
    {
        if (!File.Exists(_path))
            yield break;
        foreach (var line in File.ReadLines(_path))
        {
            if (HistoryLine.TryRead(line) is { } entry)
                yield return entry;
        }
    }

    private ReadOnlyMemory<byte> Line(string sessionId, string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 96);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("session_id"u8, sessionId);
            writer.WriteNumber("ts"u8, clock.GetUtcNow().ToUnixTimeSeconds());
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    // Sharing with nobody is the lock that Codex takes, too.
    private async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        var open = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(_path, open);
            }
            catch (IOException) when (attempt < Attempts && File.Exists(_path))
            {
                await Task.Delay(s_pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Down to four fifths, so that not every entry has to move the file; the newest entry stays whatever its size.
    private static async Task TrimAsync(FileStream file, long most, int newest)
    {
        var target = Math.Max(Math.Max(1, most * 4 / 5), newest);
        var whole = new byte[file.Length];
        file.Seek(0, SeekOrigin.Begin);
        await file.ReadExactlyAsync(whole).ConfigureAwait(false);
        var start = 0;
        while (whole.Length - start > target && whole.Length - start > newest)
            start += whole.AsSpan(start).IndexOf((byte)'\n') + 1;
        file.SetLength(0);
        file.Seek(0, SeekOrigin.Begin);
        await file.WriteAsync(whole.AsMemory(start)).ConfigureAwait(false);
    }
}
