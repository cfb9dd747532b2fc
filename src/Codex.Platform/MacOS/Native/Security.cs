using System.Runtime.InteropServices;

namespace Codex.Platform.MacOS.Native;

/// <summary><c>Security/SecKeychain.h</c>: the keychain that the original uses.</summary>
internal static unsafe partial class Security
{
    internal const int NotFound = -25300;

    private const string Framework = "/System/Library/Frameworks/Security.framework/Security";
    private const string CoreFoundation = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    [LibraryImport(Framework, EntryPoint = "SecKeychainFindGenericPassword")]
    internal static partial int Find(
        nint keychain, uint serviceLength, byte* service, uint accountLength, byte* account, uint* length, void** data, nint* item);

    [LibraryImport(Framework, EntryPoint = "SecKeychainAddGenericPassword")]
    internal static partial int Add(
        nint keychain, uint serviceLength, byte* service, uint accountLength, byte* account, uint length, byte* data, nint* item);

    [LibraryImport(Framework, EntryPoint = "SecKeychainItemModifyContent")]
    internal static partial int Modify(nint item, nint attributes, uint length, byte* data);

    [LibraryImport(Framework, EntryPoint = "SecKeychainItemDelete")]
    internal static partial int Delete(nint item);

    [LibraryImport(Framework, EntryPoint = "SecKeychainItemFreeContent")]
    internal static partial int FreeContent(nint attributes, void* data);

    [LibraryImport(CoreFoundation, EntryPoint = "CFRelease")]
    internal static partial void Release(nint reference);
}
