using System.Runtime.Versioning;
using Codex.Platform.Linux;

namespace Codex.Configuration.Ignoring;

/// <summary>Files that have further names (hard links) beside a hidden one.</summary>
[SupportedOSPlatform("linux")]
internal static class HiddenFiles
{
    // A whole hidden directory may be a store of packages, each file of it with many names.
    private const int MostLooks = 4096;

    /// <summary>The identities of hidden files that have more than one name.</summary>
    /// <param name="hidden">Hidden files and directories; of directories the first few thousand files count.</param>
    public static HashSet<FileIdentity> Identities(IEnumerable<string> hidden)
    {
        var identities = new HashSet<FileIdentity>();
        foreach (var path in hidden)
        {
            foreach (var file in Directory.Exists(path) ? Files(path).Take(MostLooks) : [path])
            {
                if (FileIdentity.OfLinked(file) is { } identity)
                    identities.Add(identity);
            }
        }

        return identities;
    }

    /// <summary>All names below a directory that stand for one of the files.</summary>
    public static IEnumerable<string> OtherNames(string root, HashSet<FileIdentity> identities) =>
        identities.Count == 0 ? [] : Files(root).Where(path => FileIdentity.OfLinked(path) is { } identity && identities.Contains(identity));

    private static IEnumerable<string> Files(string directory) => Directory.EnumerateFiles(directory, "*", new EnumerationOptions
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    });
}
