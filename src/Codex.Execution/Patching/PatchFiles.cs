using Codex.Platform.Files;

namespace Codex.Execution.Patching;

/// <summary>The files that a patch reads and writes, within what the policy allows.</summary>
internal sealed class PatchFiles(IPatchPathPolicy? policy)
{
    /// <summary>A whole file, through its symbolic link if it is one.</summary>
    internal static byte[] Read(string path) => File.ReadAllBytes(path);

    /// <summary>Writes through a symbolic link to the file that it names; the link stays.</summary>
    internal void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var target = RealPath.Of(path);
        Check(target);
        FileReplacement.Write(target, content, mode);
    }

    /// <summary>Creates the directories above a file.</summary>
    internal void CreateParent(string path)
    {
        Check(RealPath.Of(path));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    }

    /// <summary>Removes a file or a link to one.</summary>
    internal void Delete(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException(null, path);
        Check(RealPath.OfEntry(path));
        File.Delete(path);
    }

    internal static UnixFileMode? ModeOf(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);

    private void Check(string realPath)
    {
        if (policy?.AllowsWrite(realPath) == false)
            throw FileFailures.ReadOnly();
    }
}
