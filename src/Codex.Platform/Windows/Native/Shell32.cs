using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Codex.Platform.Windows.Native;

/// <summary><c>shellapi.h</c>.</summary>
[SupportedOSPlatform("windows")]
internal static partial class Shell32
{
    private const int ShowNormal = 1;
    private const nint LastError = 32;

    /// <summary>Opens an address with the program that is registered for it.</summary>
    internal static bool Open(string url) => Execute(0, "open", url, null, null, ShowNormal) > LastError;

    [LibraryImport("shell32", EntryPoint = "ShellExecuteW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint Execute(nint window, string operation, string file, string? parameters, string? directory, int show);
}
