using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>CREDENTIALW</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WindowsCredential
{
    internal uint Flags;
    internal uint Type;
    internal char* TargetName;
    internal char* Comment;
    internal long LastWritten;
    internal uint BlobSize;
    internal byte* Blob;
    internal uint Persist;
    internal uint AttributeCount;
    internal void* Attributes;
    internal char* TargetAlias;
    internal char* UserName;
}
