using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Codex.Platform.MacOS.Native;

namespace Codex.Platform.MacOS;

/// <summary>A preference of an application as macOS sees it: what administrators deploy goes before what users set.</summary>
[SupportedOSPlatform("macos")]
public static unsafe class SystemPreference
{
    /// <summary>A text; null when there is none under this name.</summary>
    /// <param name="application">For example <c>com.openai.codex</c>.</param>
    /// <param name="key">The preference's name.</param>
    public static string? Read(string application, string key)
    {
        var (owner, name) = (Create(application), Create(key));
        try
        {
            return TakeText(CoreFoundation.CopyPreference(name, owner));
        }
        finally
        {
            CoreFoundation.Release(name);
            CoreFoundation.Release(owner);
        }
    }

    private static nint Create(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
            return CoreFoundation.CreateString(0, start, bytes.Length, CoreFoundation.Utf8, hasMark: 0);
    }

    private static string? TakeText(nint value)
    {
        if (value == 0)
            return null;
        var text = CoreFoundation.TypeOf(value) == CoreFoundation.StringType() ? Text(value) : null;
        CoreFoundation.Release(value);
        return text;
    }

    private static string? Text(nint value)
    {
        var buffer = new byte[CoreFoundation.MaximumSize(CoreFoundation.LengthOf(value), CoreFoundation.Utf8) + 1];
        fixed (byte* start = buffer)
            return CoreFoundation.CopyString(value, start, buffer.Length, CoreFoundation.Utf8) != 0 ? Marshal.PtrToStringUTF8((nint)start) : null;
    }
}
