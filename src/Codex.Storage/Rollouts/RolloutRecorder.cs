using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Codex.Formats.Json;
using Codex.Protocol;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;
using Microsoft.Win32.SafeHandles;

namespace Codex.Storage.Rollouts;

/// <summary>
/// Appends the lines of one thread to its rollout file. Each call is one write to the operating system, so a line is
/// safe from a kill of the process once the call returns. One caller at a time; the session owns it.
/// </summary>
/// <remarks>
/// The file is made with the first line. A line that could not be written (full disk, lost folder) is kept and goes out
/// before the next one; a half-written one is cut off again, so readers never meet a torn line of ours.
/// </remarks>
public sealed class RolloutRecorder : IDisposable
{
    private readonly ArrayBufferWriter<byte> _pending = new(4096);
    private readonly TimeProvider _clock;
    private readonly Func<SessionMeta>? _firstLine;
    private readonly Utf8JsonWriter _writer;
    private SafeFileHandle? _file;
    private long _length;
    private bool _disposed;

    private RolloutRecorder(string path, TimeProvider clock, Func<SessionMeta>? firstLine)
    {
        Path = path;
        _clock = clock;
        _firstLine = firstLine;
        _writer = new Utf8JsonWriter(_pending, JsonFormat.Compact);
    }

    /// <summary>The file; it may not exist yet.</summary>
    public string Path { get; }

    /// <summary>How long the file is; 0 while there is none.</summary>
    public long Length => _file is null ? 0 : RandomAccess.GetLength(_file);

    /// <summary>Why the last line is not on disk yet; null when everything is.</summary>
    public IOException? LastError { get; private set; }

    /// <summary>A recorder for a new thread; nothing is on disk until the first line.</summary>
    /// <param name="path">The file to create.</param>
    /// <param name="clock">Stamps the lines.</param>
    /// <param name="sessionMeta">Makes the first line, when the file is made.</param>
    public static RolloutRecorder Create(string path, TimeProvider clock, Func<SessionMeta> sessionMeta) => new(path, clock, sessionMeta);

    /// <summary>A recorder that goes on with an existing file.</summary>
    /// <exception cref="IOException">The file cannot be opened for appending.</exception>
    public static RolloutRecorder Append(string path, TimeProvider clock)
    {
        var recorder = new RolloutRecorder(path, clock, firstLine: null);
        recorder.OpenExisting();
        return recorder;
    }

    /// <summary>Appends a response item, unless its type is never persisted.</summary>
    public void Append(ResponseItem item)
    {
        if (!PersistFilter.Keeps(item))
            return;
        BeginLine("response_item"u8);
        ResponseItemWriter.Write(_writer, item);
        EndLine();
    }

    /// <summary>Appends an event, unless its type is never persisted.</summary>
    public void Append(EventMsg message)
    {
        if (PersistFilter.Keeps(message))
            Append("event_msg"u8, message, EngineJson.Default.EventMsg);
    }

    /// <summary>Appends the settings of a turn.</summary>
    public void Append(TurnContextItem context) => Append("turn_context"u8, context, EngineJson.Default.TurnContextItem);

    /// <summary>Appends a compaction.</summary>
    public void Append(CompactedItem compacted) => Append("compacted"u8, compacted, EngineJson.Default.CompactedItem);

    /// <summary>Tries again to write lines that could not be written.</summary>
    /// <returns>False when lines are still missing on disk.</returns>
    public bool Flush() => TryWritePending();

    /// <summary>Writes what is pending, if that is possible, and closes the file.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        TryWritePending();
        _disposed = true;
        _writer.Dispose();
        _file?.Dispose();
    }

    private void Append<T>(ReadOnlySpan<byte> type, T payload, JsonTypeInfo<T> typeInfo)
    {
        BeginLine(type);
        JsonSerializer.Serialize(_writer, payload, typeInfo);
        EndLine();
    }

    private void BeginLine(ReadOnlySpan<byte> type)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_file is null && _pending.WrittenCount == 0 && _firstLine is not null)
            AppendSessionMeta(_firstLine());
        StartObject(type);
    }

    private void AppendSessionMeta(SessionMeta meta)
    {
        StartObject("session_meta"u8);
        JsonSerializer.Serialize(_writer, meta, EngineJson.Default.SessionMeta);
        FinishObject();
    }

    private void StartObject(ReadOnlySpan<byte> type)
    {
        _writer.Reset(_pending);
        _writer.WriteStartObject();
        _writer.WriteString("timestamp"u8, Timestamp(_clock.GetUtcNow()));
        _writer.WriteString("type"u8, type);
        _writer.WritePropertyName("payload"u8);
    }

    private void FinishObject()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        _pending.Write("\n"u8);
    }

    private void EndLine()
    {
        FinishObject();
        TryWritePending();
    }

    /// <summary>RFC 3339 in UTC with milliseconds, as every line carries it.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private bool TryWritePending()
    {
        if (_pending.WrittenCount == 0)
            return true;
        try
        {
            OpenIfNeeded();
            // Asked anew each time: another process may have appended to the thread since.
            _length = RandomAccess.GetLength(_file!);
            RandomAccess.Write(_file!, _pending.WrittenSpan, _length);
            ClearPending();
            LastError = null;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LastError = error as IOException ?? new IOException(error.Message, error);
            CutTornLine();
            return false;
        }
    }

    private void ClearPending()
    {
        // A large line must not keep its buffer for the rest of the session.
        if (_pending.Capacity > 1 << 20)
        {
            _pending.Clear();
            return;
        }

        _pending.ResetWrittenCount();
    }

    private void CutTornLine()
    {
        try
        {
            if (_file is not null)
                RandomAccess.SetLength(_file, _length);
        }
        catch (IOException)
        {
            // The disk refuses even that; the next line then starts after the torn one.
        }
    }

    private void OpenIfNeeded()
    {
        if (_file is not null)
            return;
        if (_firstLine is null)
        {
            OpenExisting();
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        _file = File.OpenHandle(Path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private void OpenExisting()
    {
        try
        {
            _file = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }

        var size = RandomAccess.GetLength(_file);
        // 0.136.0 would glue the next line to a torn one; a line break keeps ours readable.
        Span<byte> last = stackalloc byte[1];
        if (size > 0 && RandomAccess.Read(_file, last, size - 1) == 1 && last[0] != (byte)'\n')
            _pending.Write("\n"u8);
    }
}
