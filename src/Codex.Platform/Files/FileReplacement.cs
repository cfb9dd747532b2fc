using System.Runtime.Versioning;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Files;

/// <summary>
/// Writes whole files so that another process, or the next one after a crash, finds the old content or the new, never a
/// part: a sibling is written and renamed over the file. What a rename would cut loose keeps the file itself in place:
/// further hard links, an owner that we cannot give to the sibling, access lists, a directory that takes no new name.
/// </summary>
public static class FileReplacement
{
    private const int DirectoryIsReadOnly = 30;
    private const int LabelOnlyLength = 17;

    /// <summary>Writes a file that may be there.</summary>
    /// <param name="path">Absolute, with no symbolic link as its last part.</param>
    /// <param name="content">All of it.</param>
    /// <param name="mode">The permissions it gets; null keeps those of the file that is there, else the default ones.</param>
    /// <exception cref="IOException">The file keeps its content.</exception>
    /// <exception cref="UnauthorizedAccessException">The file keeps its content.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        var exists = File.Exists(path);
        var sibling = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Random.Shared.Next():x8}.tmp");
        if (exists && IsBoundToPlace(path) || !TryCreate(sibling, content, exists, mode))
        {
            WriteInPlace(path, content, mode);
            return;
        }

        try
        {
            if (TryMatch(sibling, path, exists, mode))
            {
                File.Move(sibling, path, overwrite: true);
                return;
            }

            WriteInPlace(path, content, mode);
        }
        catch
        {
            File.Delete(sibling);
            throw;
        }

        File.Delete(sibling);
    }

    private static bool IsBoundToPlace(string path)
    {
        // A file that we may not write is not replaced behind its back either.
        using (File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
        }

        return OperatingSystem.IsLinux() && (HasOtherLinks(path) || HasAttributes(path));
    }

    [SupportedOSPlatform("linux")]
    private static bool HasOtherLinks(string path) =>
        FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, path, 0, FileFactsNative.BasicFacts, out var facts) == 0
        && facts.Links > 1;

    // A security label alone is given to new files by the directory.
    [SupportedOSPlatform("linux")]
    private static bool HasAttributes(string path) => FileFactsNative.ListAttributes(path, 0, 0) is > 0 and not LabelOnlyLength;

    // Content for few eyes is never there with the permissions for all.
    private static bool TryCreate(string sibling, ReadOnlySpan<byte> content, bool mayGoInPlace, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (mode is { } wanted && !OperatingSystem.IsWindows())
            options.UnixCreateMode = wanted;
        try
        {
            using var file = new FileStream(sibling, options);
            file.Write(content);
            return true;
        }
        catch (Exception exception) when (mayGoInPlace && IsClosedDirectory(exception))
        {
            return false;
        }
        catch
        {
            File.Delete(sibling);
            throw;
        }
    }

    private static bool IsClosedDirectory(Exception exception) =>
        exception is UnauthorizedAccessException || exception is IOException && exception.HResult == DirectoryIsReadOnly;

    /// <summary>Gives the sibling the owner and permissions of the file; false when the owner cannot be given.</summary>
    private static bool TryMatch(string sibling, string path, bool exists, UnixFileMode? mode)
    {
        if (OperatingSystem.IsWindows())
            return true;
        if (exists && OperatingSystem.IsLinux() && !TryMatchOwner(sibling, path))
            return false;
        if (mode is null && exists)
            mode = File.GetUnixFileMode(path);
        if (mode is { } wanted)
            File.SetUnixFileMode(sibling, wanted);
        return true;
    }

    [SupportedOSPlatform("linux")]
    private static bool TryMatchOwner(string sibling, string path)
    {
        if (FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, path, 0, FileFactsNative.BasicFacts, out var facts) != 0)
            return false;
        return (facts.UserId == FileFactsNative.EffectiveUserId() && facts.GroupId == FileFactsNative.EffectiveGroupId())
            || FileFactsNative.ChangeOwner(sibling, facts.UserId, facts.GroupId) == 0;
    }

    private static void WriteInPlace(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        using var handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        if (mode is { } wanted && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(handle, wanted);
        RandomAccess.Write(handle, content, 0);
        RandomAccess.SetLength(handle, content.Length);
    }
}
