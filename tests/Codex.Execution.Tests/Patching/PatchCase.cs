namespace Codex.Execution.Tests.Patching;

/// <summary>Files and a patch for them.</summary>
internal sealed record PatchCase(IReadOnlyDictionary<string, string> Files, string Patch)
{
    /// <summary>Writes the files and returns their directory.</summary>
    internal string Lay(string directory)
    {
        foreach (var (name, text) in Files)
            File.WriteAllText(Path.Combine(directory, name), text);
        return directory;
    }

    /// <summary>The files below a directory by relative path, without blank lines at their end: 0.136 loses one there.</summary>
    internal static SortedDictionary<string, string> Collect(string directory) => new(
        Directory.GetFiles(directory, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(directory, path), path => File.ReadAllText(path).TrimEnd('\n')),
        StringComparer.Ordinal);
}
