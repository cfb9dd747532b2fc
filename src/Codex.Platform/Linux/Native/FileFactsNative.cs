using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Codex.Platform.Linux.Native;

/// <summary>System calls that tell what hangs on a file besides its content.</summary>
[SupportedOSPlatform("linux")]
internal static partial class FileFactsNative
{
    internal const int CurrentDirectory = -100;
    internal const uint BasicFacts = 0x7ff;
    internal const int NoFollow = 0x100;
    internal const ushort KindMask = 0xf000;
    internal const ushort RegularFile = 0x8000;

    /// <summary><c>struct statx</c> of linux/stat.h, as far as it is read here.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct Facts
    {
        [FieldOffset(16)]
        internal uint Links;

        [FieldOffset(20)]
        internal uint UserId;

        [FieldOffset(24)]
        internal uint GroupId;

        /// <summary>Kind and permission bits, as in <c>st_mode</c>.</summary>
        [FieldOffset(28)]
        internal ushort Mode;

        [FieldOffset(32)]
        internal ulong Number;

        /// <summary>Bytes.</summary>
        [FieldOffset(40)]
        internal ulong Size;

        [FieldOffset(136)]
        internal uint DeviceMajor;

        [FieldOffset(140)]
        internal uint DeviceMinor;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int ReadFacts(int directory, string path, int flags, uint mask, out Facts facts);

    /// <summary>The length of all names of extended attributes, or -1.</summary>
    [LibraryImport("libc", EntryPoint = "listxattr", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial nint ListAttributes(string path, nint list, nint size);

    [LibraryImport("libc", EntryPoint = "chown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int ChangeOwner(string path, uint userId, uint groupId);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUserId();

    [LibraryImport("libc", EntryPoint = "getegid")]
    internal static partial uint EffectiveGroupId();
}
