using System.Runtime.Versioning;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>Which file a name stands for; two names of one file have the same.</summary>
/// <param name="Device">The file system.</param>
/// <param name="Number">The file in it.</param>
[SupportedOSPlatform("linux")]
public readonly record struct FileIdentity(ulong Device, ulong Number)
{
    /// <summary>The identity of a regular file that has more than one name; null for everything else.</summary>
    /// <param name="path">The file; links are not followed.</param>
    public static FileIdentity? OfLinked(string path) => Read(path, FileFactsNative.NoFollow);

    /// <summary>The same for a file that is open.</summary>
    public static FileIdentity? OfLinked(Microsoft.Win32.SafeHandles.SafeFileHandle file) => Read(DescriptorPath(file), flags: 0);

    /// <summary>Where an open file lies, by the kernel's own account; null when it cannot be told.</summary>
    public static string? PathOf(Microsoft.Win32.SafeHandles.SafeFileHandle file) => new FileInfo(DescriptorPath(file)).LinkTarget;

    private static string DescriptorPath(Microsoft.Win32.SafeHandles.SafeFileHandle file) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/proc/self/fd/{file.DangerousGetHandle()}");

    private static FileIdentity? Read(string path, int flags) =>
        FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, path, flags, FileFactsNative.BasicFacts, out var facts) == 0
        && (facts.Mode & FileFactsNative.KindMask) == FileFactsNative.RegularFile
        && facts.Links > 1
            ? new(((ulong)facts.DeviceMajor << 32) | facts.DeviceMinor, facts.Number)
            : null;
}
