using System.Runtime.InteropServices;

namespace Codex.Platform.MacOS.Native;

/// <summary><c>CFString.h</c>, <c>CFPreferences.h</c>.</summary>
internal static unsafe partial class CoreFoundation
{
    internal const uint Utf8 = 0x08000100;

    private const string Framework = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    [LibraryImport(Framework, EntryPoint = "CFStringCreateWithBytes")]
    internal static partial nint CreateString(nint allocator, byte* bytes, nint length, uint encoding, byte hasMark);

    [LibraryImport(Framework, EntryPoint = "CFStringGetLength")]
    internal static partial nint LengthOf(nint text);

    [LibraryImport(Framework, EntryPoint = "CFStringGetMaximumSizeForEncoding")]
    internal static partial nint MaximumSize(nint length, uint encoding);

    [LibraryImport(Framework, EntryPoint = "CFStringGetCString")]
    internal static partial byte CopyString(nint text, byte* buffer, nint size, uint encoding);

    [LibraryImport(Framework, EntryPoint = "CFGetTypeID")]
    internal static partial nuint TypeOf(nint reference);

    [LibraryImport(Framework, EntryPoint = "CFStringGetTypeID")]
    internal static partial nuint StringType();

    [LibraryImport(Framework, EntryPoint = "CFPreferencesCopyAppValue")]
    internal static partial nint CopyPreference(nint key, nint application);

    [LibraryImport(Framework, EntryPoint = "CFRelease")]
    internal static partial void Release(nint reference);
}
