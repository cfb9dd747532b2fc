using Codex.Platform.Environment;

namespace Codex.Configuration.Reading;

/// <summary>Makes paths absolute: <c>~</c> is the home directory, the rest is relative to a base; <c>.</c> and <c>..</c> are taken out of the text.</summary>
internal sealed class PathResolver(string baseDirectory, string? homeDirectory)
{
    /// <summary>For absolute paths only.</summary>
    public static PathResolver Rootless { get; } = new(Path.DirectorySeparatorChar.ToString(), homeDirectory: null);

    public static bool IsAbsolute(string path) => Path.IsPathFullyQualified(path);

    public string Resolve(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(path, homeDirectory), baseDirectory));
}
