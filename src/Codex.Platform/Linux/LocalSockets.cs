using System.Text;

namespace Codex.Platform.Linux;

/// <summary>Local sockets that are bound to a path, as the kernel lists them for the network namespace of this process.</summary>
public static class LocalSockets
{
    private const string Table = "/proc/net/unix";
    private const int FieldsBeforePath = 7;

    /// <summary>The absolute paths; empty where the kernel does not tell. A path may have been deleted since it was bound.</summary>
    public static IReadOnlyList<string> BoundPaths()
    {
        try
        {
            return Parse(File.ReadAllBytes(Table));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Reads the table: a heading, then a line a socket whose path, if it has one, stands behind seven fields.</summary>
    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> table)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in table.Split((byte)'\n'))
        {
            var path = PathOf(table[line]);
            if (!path.IsEmpty && path[0] == '/')
                paths.Add(Encoding.UTF8.GetString(path));
        }

        return [.. paths];
    }

    private static ReadOnlySpan<byte> PathOf(ReadOnlySpan<byte> line)
    {
        for (var field = 0; field < FieldsBeforePath; field++)
        {
            line = line.TrimStart((byte)' ');
            var end = line.IndexOf((byte)' ');
            if (end < 0)
                return [];
            line = line[end..];
        }

        // One space; a path may start with more.
        return line[1..];
    }
}
