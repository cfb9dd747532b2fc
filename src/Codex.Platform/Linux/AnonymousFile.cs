using System.Globalization;
using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>A small file in memory whose content is handed to other processes by descriptor. Linux only.</summary>
public sealed class AnonymousFile : IDisposable
{
    private readonly SafeFileHandle _handle;

    /// <summary>Creates the file.</summary>
    /// <param name="name">A name for process listings.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="IOException">The kernel refused.</exception>
    public AnonymousFile(string name, ReadOnlySpan<byte> content)
    {
        var descriptor = LinuxFiles.CreateMemory(name, LinuxFiles.MemoryCloseOnExec);
        if (descriptor < 0)
        {
            throw new IOException($"memfd_create: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        _handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(_handle, content, 0);
    }

    /// <summary>Opens the file anew, at its start: readers do not share a position.</summary>
    public SafeFileHandle Open() =>
        File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{_handle.DangerousGetHandle()}"));

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
