using Codex.Configuration.Environment;
using Codex.Configuration.Sections;

namespace Codex.Configuration.Trust;

/// <summary>How directories are named in <c>[projects]</c>.</summary>
internal static class TrustKeys
{
    /// <summary>The key under which a directory is written.</summary>
    public static string For(string directory) => Normalize(CanonicalPath.Resolve(directory));

    /// <summary>The decision about one directory, by its path without links or as given, with the key that holds it.</summary>
    public static (string Key, TrustLevel Level)? Find(IReadOnlyDictionary<string, ProjectSection> projects, string directory) =>
        FindKey(projects, For(directory)) ?? FindKey(projects, Normalize(directory));

    private static (string Key, TrustLevel Level)? FindKey(IReadOnlyDictionary<string, ProjectSection> projects, string key)
    {
        if (projects.TryGetValue(key, out var exact))
            return exact.TrustLevel is { } level ? (key, level) : null;
        if (!OperatingSystem.IsWindows())
            return null;
        foreach (var (written, project) in projects.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (Normalize(written) == key && project.TrustLevel is { } level)
                return (written, level);
        }

        return null;
    }

    private static string Normalize(string path) => OperatingSystem.IsWindows() ? path.ToLowerInvariant() : path;
}
