using System.Security.Cryptography;
using System.Text;

namespace Codex.Parity.Tests.Harness;

/// <summary>A directory tree as lines: path, mode, and content or its hash.</summary>
internal static class FileLines
{
    private const int LongestShown = 16384;

    internal static List<string> Of(string root, TextNormalizer text)
    {
        var lines = new List<string>();
        var entries = new DirectoryInfo(root).GetFileSystemInfos("*", SearchOption.AllDirectories)
            .Where(entry => !Path.GetRelativePath(root, entry.FullName).StartsWith(".git", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal);
        foreach (var entry in entries)
            lines.Add($"{text.Normalize(Path.GetRelativePath(root, entry.FullName))} {Describe(entry, text)}");
        return lines;
    }

    internal static string Mode(string path) => Convert.ToString((int)new FileInfo(path).UnixFileMode, 8);

    private static string Describe(FileSystemInfo entry, TextNormalizer text)
    {
        if (entry.LinkTarget is { } target)
            return $"-> {text.Normalize(target)}";
        var mode = Mode(entry.FullName);
        if (entry is DirectoryInfo)
            return $"{mode} directory";
        var bytes = File.ReadAllBytes(entry.FullName);
        return bytes.Length > LongestShown
            ? $"{mode} {bytes.Length} bytes {Convert.ToHexStringLower(SHA256.HashData(bytes))}"
            : $"{mode} {text.Normalize(Encoding.Latin1.GetString(bytes)).Replace("\n", "\\n", StringComparison.Ordinal)}";
    }
}
