using Codex.TestSupport.Files;

namespace Codex.Architecture.Tests;

/// <summary>The files of the repository, without what builds leave behind.</summary>
internal static class SourceTree
{
    private static readonly string[] s_generated = ["bin", "obj", ".git", ".oracle", ".vs", "artifacts", "node_modules", "TestResults"];

    /// <summary>The files below a directory of the repository that end in one of the extensions.</summary>
    public static IEnumerable<string> Files(string directory, params string[] extensions) =>
        Walk(Path.Combine(Repository.Root, directory)).Where(file => extensions.Contains(Path.GetExtension(file)));

    /// <summary>The path as it is written in messages.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    /// <summary>The lines of a file of the repository.</summary>
    public static string[] Lines(string relative) => File.ReadAllLines(Path.Combine(Repository.Root, relative));

    private static IEnumerable<string> Walk(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory))
            yield return file;
        foreach (var child in Directory.EnumerateDirectories(directory))
        {
            if (s_generated.Contains(Path.GetFileName(child)))
                continue;
            foreach (var file in Walk(child))
                yield return file;
        }
    }
}
