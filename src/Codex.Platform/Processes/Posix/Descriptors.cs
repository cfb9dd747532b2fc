using System.Runtime.InteropServices;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>Raw descriptors with our rule applied: close-on-exec from the first moment where the system allows it.</summary>
internal static unsafe class Descriptors
{
    internal static (int Read, int Write) CreatePipe()
    {
        var ends = stackalloc int[2];
        if (OperatingSystem.IsLinux())
        {
            Check(Unistd.PipeOnLinux(ends, Fcntl.CloseOnExec));
        }
        else
        {
            Check(Unistd.Pipe(ends));
            _ = Fcntl.SetCloseOnExec(ends[0]);
            _ = Fcntl.SetCloseOnExec(ends[1]);
        }

        return (ends[0], ends[1]);
    }

    internal static int Duplicate(int descriptor, int lowest) => Check(Fcntl.Duplicate(descriptor, lowest));

    internal static void Close(int descriptor)
    {
        if (descriptor >= 0)
            _ = Unistd.Close(descriptor);
    }

    /// <summary>Bytes read; 0 at the end; -1 when nothing is there now. A terminal's end (EIO) is an end like any other.</summary>
    internal static int Read(int descriptor, Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                var count = Unistd.Read(descriptor, start, (nuint)buffer.Length);
                if (count >= 0)
                    return (int)count;
                var error = Marshal.GetLastPInvokeError();
                if (error == Errno.WouldBlock)
                    return -1;
                if (error != Errno.Interrupted)
                    return 0;
            }
        }
    }

    /// <summary>Bytes written, or -1 when the reader has to catch up first.</summary>
    /// <exception cref="IOException">The reader has gone.</exception>
    internal static int Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            while (true)
            {
                var count = Unistd.Write(descriptor, start, (nuint)bytes.Length);
                if (count >= 0)
                    return (int)count;
                var error = Marshal.GetLastPInvokeError();
                if (error == Errno.WouldBlock)
                    return -1;
                if (error != Errno.Interrupted)
                    throw new IOException(Errno.Describe(error), error);
            }
        }
    }

    internal static int Check(int result) => result >= 0 ? result : throw SpawnException.OfLastCall();
}
