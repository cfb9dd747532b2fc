using Codex.Execution.Reading;
using Codex.Platform.Files;

namespace Codex.Execution.Patching;

/// <summary>The files that a patch reads and writes, within what the policy allows.</summary>
internal sealed class PatchFiles(IPatchPathPolicy? policy)
{
    /// <summary>A whole file, through its symbolic link if it is one.</summary>
    internal static byte[] Read(ReadableFiles? readable, string path) => readable?.ReadAllBytes(path) ?? File.ReadAllBytes(path);

    /// <summary>Stops a patch before it looks at a file that is kept from agents, be it only to note what it replaces.</summary>
    /// <exception cref="PatchFailureException">It is such a file.</exception>
    internal static void CheckNotIgnored(ReadableFiles? readable, string path)
    {
        if (readable is null || path.Contains('\0') || !readable.Ignored.Denies(path))
            return;
        var denied = new UnauthorizedAccessException();
        throw new PatchFailureException($"Failed to access {path}: {FileFailures.Describe(denied, path)}", denied);
    }

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
