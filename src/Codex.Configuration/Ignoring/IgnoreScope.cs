using Codex.Formats.Ignore;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Ignoring;

/// <summary>A directory with an ignore file, and everything below it.</summary>
/// <param name="root">Absolute, without links.</param>
internal sealed class IgnoreScope(string root)
{
    private const int LongestFile = 1024 * 1024;

    /// <summary>How names are compared on this system.</summary>
    public static StringComparison NameComparison =>
        TellsCasesApart ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The directory.</summary>
    public string Root => root;

    private static bool TellsCasesApart => !OperatingSystem.IsWindows() && !OperatingSystem.IsMacOS();

    /// <summary>Whether the ignore files on the way to a path name it, or a directory it is in.</summary>
    /// <param name="path">Absolute, in normal form.</param>
    public bool Denies(string path)
    {
        if (AbsolutePaths.Relative(path, root) is not { Length: > 0 } relative)
            return false;
        var components = relative.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var files = new Dictionary<string, IgnoreFile>();
        for (var depth = 0; depth < components.Length; depth++)
        {
            if (Read(Path.Join(root, string.Join(Path.DirectorySeparatorChar, components[..depth]))) is { } file)
                files.Add(string.Join('/', components[..depth]), file);
        }

        return new IgnoreTree(files).IsIgnored(string.Join('/', components), isDirectory: Directory.Exists(path));
    }

    /// <summary>The ignore file of a directory; null when it has none.</summary>
    /// <exception cref="IOException">It cannot be read: nothing is known about what it names.</exception>
    public static IgnoreFile? Read(string directory)
    {
        var path = Path.Join(directory, AgentsIgnore.FileName);
        if (!File.Exists(path))
            return null;
        try
        {
            using var reader = new StreamReader(path);
            return reader.BaseStream.Length <= LongestFile
                ? IgnoreFile.Parse(reader.ReadToEnd(), ignoresCase: !TellsCasesApart)
                : throw new IOException($"{path} is longer than {LongestFile} bytes");
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: {error.Message}", error);
        }
    }
}
