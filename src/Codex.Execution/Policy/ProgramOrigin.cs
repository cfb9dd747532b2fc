using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>Whether a program is what its name says: not when sandboxed commands may have put it there.</summary>
internal static class ProgramOrigin
{
    /// <summary>The file that a path leads to; null when there is none, or when sandboxed commands may change which one it is.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="access">What sandboxed commands may do.</param>
    public static string? Settled(string path, FileSystemAccess access) => access.CanWrite(path) ? null : Real(path, access);

    private static string? Real(string path, FileSystemAccess access) =>
        SymbolicLinks.Canonicalize(path) is { } real && !access.CanWrite(real)
            && SymbolicLinks.Canonicalize(Path.GetDirectoryName(path) ?? path) is { } directory && !access.CanWrite(Path.Join(directory, Path.GetFileName(path)))
            ? real : null;
}
