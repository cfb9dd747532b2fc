using Codex.Platform.Environment;

namespace Codex.Execution.Patching;

/// <summary>Makes the paths of a patch absolute (0.136: utils/absolute-path).</summary>
/// <param name="workingDirectory">Where relative paths start; absolute.</param>
/// <param name="homeDirectory">What <c>~</c> stands for, or null.</param>
public sealed class PatchPaths(string workingDirectory, string? homeDirectory)
{
    /// <summary>Where relative paths start.</summary>
    public string WorkingDirectory => workingDirectory;

    /// <summary>The same paths seen from a directory below, beside or elsewhere.</summary>
    public PatchPaths In(string directory) => new(Resolve(directory), homeDirectory);

    /// <summary>The absolute path; <c>.</c> and <c>..</c> are taken away without a look at the files.</summary>
    public string Resolve(string path)
    {
        var joined = Path.Combine(workingDirectory, HomePath.Expand(path, homeDirectory));
        // No file system call takes this one; it fails there with the right message.
        return joined.Contains('\0') ? joined : Path.TrimEndingDirectorySeparator(Path.GetFullPath(joined));
    }
}
