using Codex.Platform.Processes;
using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Windows.Sandboxing;

/// <summary>A security identifier in the system's binary form.</summary>
internal sealed class WindowsIdentity : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Everyone.</summary>
    internal const string Everyone = "S-1-1-0";

    private WindowsIdentity(nint identity)
        : base(ownsHandle: true) => SetHandle(identity);

    /// <summary>The identifier that a text such as <c>S-1-1-0</c> stands for.</summary>
    /// <exception cref="SpawnException">It is none.</exception>
    internal static WindowsIdentity Parse(string text) =>
        AccessLists.Parse(text, out var identity) ? new WindowsIdentity(identity) : throw SpawnException.OfLastCall();

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => AccessLists.Free(handle) == 0;
}
