using System.Globalization;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.Platform;
using Codex.Platform.Linux;

namespace Codex.ExecServer.Server.Files;

/// <summary>File operations with all that this process may do (<c>exec-server/src/local_file_system.rs</c>).</summary>
internal static class DirectFiles
{
    private const long MaximumRead = 512 * 1024 * 1024;

    /// <summary>A whole file.</summary>
    public static FileContent Read(string path)
    {
        if (Directory.Exists(path))
            throw FileProblem.Of(Errno.IsDirectory);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.CanSeek && file.Length > MaximumRead)
            throw RpcException.InvalidRequest(string.Create(CultureInfo.InvariantCulture, $"file is too large to read: limit is {MaximumRead} bytes"));
        using var content = new MemoryStream();
        file.CopyTo(content);
        return new FileContent(content.ToArray());
    }

    /// <summary>Writes a whole file, through a link if it is one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        if (Directory.Exists(path))
            throw FileProblem.Of(Errno.IsDirectory);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        file.Write(content);
    }

    /// <summary>Makes a directory.</summary>
    public static void CreateDirectory(string path, bool withParents)
    {
        if (Path.Exists(path) && !(withParents && Directory.Exists(path)))
            throw FileProblem.Of(Errno.Exists);
        if (Path.GetDirectoryName(path) is { } above && !Directory.Exists(above) && (!withParents || File.Exists(above)))
            throw new DirectoryNotFoundException();
        Directory.CreateDirectory(path);
    }

    /// <summary>What a path leads to.</summary>
    public static FileMetadata GetMetadata(string path)
    {
        var isLink = File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        var target = isLink ? File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName : path;
        if (isLink)
            File.GetAttributes(target);
        var isDirectory = Directory.Exists(target);
        return new FileMetadata(isDirectory, !isDirectory && IsRegular(target), isLink, CreatedAt(target), Milliseconds(File.GetLastWriteTimeUtc(target)));
    }

    /// <summary>The entries of a directory that lead somewhere.</summary>
    public static DirectoryListing List(string path)
    {
        if (File.Exists(path) && !Directory.Exists(path))
            throw FileProblem.Of(Errno.NotADirectory);
        List<DirectoryEntry> entries = [];
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            if (TryGetMetadata(entry) is { } metadata)
                entries.Add(new DirectoryEntry(Path.GetFileName(entry), metadata.IsDirectory, metadata.IsFile));
        }

        return new DirectoryListing(entries);
    }

    /// <summary>Removes a file, a link or a directory.</summary>
    public static void Remove(string path, bool recursive, bool force)
    {
        try
        {
            var attributes = File.GetAttributes(path);
            if (!attributes.HasFlag(FileAttributes.Directory) || attributes.HasFlag(FileAttributes.ReparsePoint))
                File.Delete(path);
            else if (recursive || !Directory.EnumerateFileSystemEntries(path).Any())
                Directory.Delete(path, recursive);
            else
                throw FileProblem.Of(Errno.NotEmpty);
        }
        catch (Exception exception) when (force && exception is FileNotFoundException or DirectoryNotFoundException && IsMissing(exception, path))
        {
            // There is nothing to remove.
        }
    }

    private static bool IsMissing(Exception exception, string path) => FileProblem.ToAnswer(exception, path).Code == RpcException.NotFoundCode;

    private static FileMetadata? TryGetMetadata(string path)
    {
        try
        {
            return GetMetadata(path);
        }
        catch (Exception exception) when (FileProblem.IsOne(exception))
        {
            return null;
        }
    }

    private static bool IsRegular(string path) => OperatingSystem.IsLinux() ? FileKind.IsRegularFile(path) : File.Exists(path);

    // The C library of the original's Linux build does not tell when a file was made.
    private static long CreatedAt(string path) => OperatingSystem.IsLinux() ? 0 : Milliseconds(File.GetCreationTimeUtc(path));

    private static long Milliseconds(DateTime time) => Math.Max(0, new DateTimeOffset(time).ToUnixTimeMilliseconds());
}
