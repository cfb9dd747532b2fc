using System.Buffers.Text;
using System.Globalization;

namespace Codex.Platform.Processes.Posix;

/// <summary>Reads the processes that <c>/proc</c> shows. Processes that end meanwhile are left out.</summary>
internal static class ProcessTable
{
    internal static List<ProcessTableEntry> Read()
    {
        List<ProcessTableEntry> table = [];
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && TryRead(id, directory + "/stat") is { } entry)
                table.Add(entry);
        }

        return table;
    }

    /// <summary><c>id (name) state parent group session …</c>; the name may hold anything, a closing parenthesis too.</summary>
    internal static ProcessTableEntry? Parse(int id, ReadOnlySpan<byte> stat)
    {
        var rest = stat[(stat.LastIndexOf((byte)')') + 1)..].TrimStart((byte)' ');
        if (rest.Length < 2)
            return null;
        var ended = rest[0] is (byte)'Z' or (byte)'X';
        rest = rest[2..];
        return TryNumber(ref rest, out var parent) && TryNumber(ref rest, out _) && TryNumber(ref rest, out var session)
            ? new(id, parent, session, ended)
            : null;
    }

    private static ProcessTableEntry? TryRead(int id, string path)
    {
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> buffer = stackalloc byte[512];
            return Parse(id, buffer[..RandomAccess.Read(handle, buffer, 0)]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> text, out int value)
    {
        if (!Utf8Parser.TryParse(text, out value, out var consumed))
            return false;
        text = text[consumed..].TrimStart((byte)' ');
        return true;
    }
}
