using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>One end of a connection between two processes over which open descriptors are handed.</summary>
/// <param name="handle">The end; owned.</param>
public sealed unsafe class DescriptorChannel(SafeFileHandle handle) : IDisposable
{
    private const int MaximumDescriptors = 4;
    private const int DescriptorSize = sizeof(int);
    private const int ControlSize = DescriptorMessages.ControlHeaderSize + (MaximumDescriptors * DescriptorSize);

    /// <summary>The descriptor itself, to be inherited by a program.</summary>
    public SafeFileHandle Handle => handle;

    /// <summary>Two ends that are closed in programs that do not inherit them on purpose.</summary>
    /// <exception cref="IOException">The system has none left.</exception>
    public static (DescriptorChannel First, DescriptorChannel Second) CreatePair()
    {
        var pair = stackalloc int[2];
        Check(DescriptorMessages.CreatePair(DescriptorMessages.LocalFamily, DescriptorMessages.Packets | DescriptorMessages.CloseOnExec, 0, pair));
        return (Owning(pair[0]), Owning(pair[1]));
    }

    /// <summary>The end that this process inherited under a number.</summary>
    public static DescriptorChannel Owning(int descriptor) => new(new SafeFileHandle(descriptor, ownsHandle: true));

    /// <summary>Hands copies of open descriptors to the other end: four at most.</summary>
    /// <exception cref="IOException">Nobody takes them.</exception>
    public void Send(params ReadOnlySpan<int> descriptors)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(descriptors.Length, MaximumDescriptors);
        var control = stackalloc byte[ControlSize];
        var length = DescriptorMessages.ControlHeaderSize + (descriptors.Length * DescriptorSize);
        *(nuint*)control = (nuint)length;
        ((int*)control)[2] = DescriptorMessages.SocketLevel;
        ((int*)control)[3] = DescriptorMessages.Rights;
        descriptors.CopyTo(new Span<int>(control + DescriptorMessages.ControlHeaderSize, descriptors.Length));
        Exchange(control, length, static (socket, message) => DescriptorMessages.Send(socket, message, DescriptorMessages.NoSignal));
    }

    /// <summary>Waits for what the other end hands over; empty when it closes instead.</summary>
    /// <exception cref="IOException">The connection failed.</exception>
    public int[] Receive()
    {
        var control = stackalloc byte[ControlSize];
        new Span<byte>(control, ControlSize).Clear();
        var received = Exchange(control, ControlSize, static (socket, message) => DescriptorMessages.Receive(socket, message, DescriptorMessages.ReceivedCloseOnExec));
        var length = (int)*(nuint*)control - DescriptorMessages.ControlHeaderSize;
        return received is 0 || length <= 0 || ((int*)control)[3] is not DescriptorMessages.Rights
            ? []
            : new ReadOnlySpan<int>(control + DescriptorMessages.ControlHeaderSize, length / DescriptorSize).ToArray();
    }

    /// <summary>Ends the connection, also for a thread of ours that waits for the other end.</summary>
    public void ShutDown()
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            _ = DescriptorMessages.ShutDown((int)handle.DangerousGetHandle(), DescriptorMessages.Both);
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
        finally
        {
            if (added)
                handle.DangerousRelease();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private nint Exchange(byte* control, int controlLength, Call call)
    {
        byte content = 0;
        var part = new DescriptorMessages.Part { Start = &content, Length = 1 };
        var message = new DescriptorMessages.Message { Parts = &part, PartCount = 1, Control = control, ControlLength = (nuint)controlLength };
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            return Check(call((int)handle.DangerousGetHandle(), &message));
        }
        finally
        {
            if (added)
                handle.DangerousRelease();
        }
    }

    private delegate nint Call(int socket, DescriptorMessages.Message* message);

    private static nint Check(nint result) => result >= 0 ? result : throw new IOException(Errno.Describe(Marshal.GetLastPInvokeError()));
}
