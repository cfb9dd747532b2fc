using Codex.ExecServer.Rpc;
using Codex.Platform;

namespace Codex.ExecServer.Server.Files;

/// <summary>Copies files, links and directories.</summary>
internal static class FileCopying
{
    /// <summary>Copies; links are copied as links.</summary>
    /// <exception cref="RpcException">It is something that cannot be copied.</exception>
    public static void Copy(string source, string destination, bool recursive)
    {
        var attributes = File.GetAttributes(source);
        if (attributes.HasFlag(FileAttributes.ReparsePoint))
            CopyLink(source, destination);
        else if (attributes.HasFlag(FileAttributes.Directory))
            CopyWhole(source, destination, recursive);
        else if (DirectFiles.GetMetadata(source).IsFile)
            CopyFile(source, destination);
        else
            throw RpcException.InvalidRequest("fs/copy only supports regular files, directories, and symlinks");
    }

    private static void CopyWhole(string source, string destination, bool recursive)
    {
        if (!recursive)
            throw RpcException.InvalidRequest("fs/copy requires recursive: true when sourcePath is a directory");
        if (IsWithin(Resolve(destination), Resolve(source)))
            throw RpcException.InvalidRequest("fs/copy cannot copy a directory to itself or one of its descendants");
        CopyDirectory(source, destination);
    }

    private static void CopyDirectory(string source, string destination)
    {
        DirectFiles.CreateDirectory(destination, withParents: true);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(destination, entry.Name);
            if (entry.LinkTarget is not null)
                CopyLink(entry.FullName, target);
            else if (entry is DirectoryInfo)
                CopyDirectory(entry.FullName, target);
            else if (DirectFiles.GetMetadata(entry.FullName).IsFile)
                CopyFile(entry.FullName, target);
        }
    }

    private static void CopyFile(string source, string destination)
    {
        if (Directory.Exists(destination))
            throw FileProblem.Of(Errno.IsDirectory);
        if (Resolve(source) != Resolve(destination))
            File.Copy(source, destination, overwrite: true);
    }

    private static void CopyLink(string source, string destination)
    {
        if (Path.Exists(destination))
            throw FileProblem.Of(Errno.Exists);
        var target = new FileInfo(source).LinkTarget!;
        if (Directory.Exists(source))
            Directory.CreateSymbolicLink(destination, target);
        else
            File.CreateSymbolicLink(destination, target);
    }

    private static bool IsWithin(string path, string directory) =>
        path == directory || path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Where a path lies, its links followed as far as it exists.
    private static string Resolve(string path) => Codex.Protocol.Permissions.SymbolicLinks.Canonicalize(path) is { } real
        ? real
        : Path.GetDirectoryName(path) is { } above ? Path.Join(Resolve(above), Path.GetFileName(path)) : path;
}
