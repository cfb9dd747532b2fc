using System.Runtime.Versioning;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>What a path is, which .NET does not tell for everything: a socket reads as an ordinary empty file there.</summary>
[SupportedOSPlatform("linux")]
public static class FileKind
{
    /// <summary>True for a regular file of no bytes; false for everything else, links and missing files included.</summary>
    public static bool IsEmptyRegularFile(string path) =>
        FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, path, FileFactsNative.NoFollow, FileFactsNative.BasicFacts, out var facts) == 0
        && (facts.Mode & FileFactsNative.KindMask) == FileFactsNative.RegularFile
        && facts.Size == 0;

    /// <summary>Whether a path leads to a regular file; false for devices, pipes, sockets and what is missing.</summary>
    /// <param name="path">The path; links are followed.</param>
    public static bool IsRegularFile(string path) =>
        FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, path, flags: 0, FileFactsNative.BasicFacts, out var facts) == 0
        && (facts.Mode & FileFactsNative.KindMask) == FileFactsNative.RegularFile;
}
