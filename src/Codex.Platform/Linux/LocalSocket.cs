using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>One end of a connection between two processes of this machine: carries bytes, and open descriptors with them.</summary>
/// <param name="handle">The end; owned.</param>
public sealed unsafe class LocalSocket(SafeFileHandle handle) : IDisposable
{
    /// <summary>The most descriptors that one message carries; the system drops what is above.</summary>
    public const int MaximumDescriptors = 16;

    private const int DescriptorSize = sizeof(int);
    private const int ControlSize = DescriptorMessages.ControlHeaderSize + (MaximumDescriptors * DescriptorSize);

    /// <summary>The descriptor itself.</summary>
    public SafeFileHandle Handle => handle;

    /// <summary>Whether it is a local socket for a stream of bytes. What another process hands over may be anything.</summary>
    public bool IsLocalStream =>
        Option(DescriptorMessages.FamilyOption) == DescriptorMessages.LocalFamily && Option(DescriptorMessages.TypeOption) == DescriptorMessages.Streams;

    /// <summary>Two ends for messages that arrive whole, or not at all. Nobody but the other end can be sent anything.</summary>
    /// <exception cref="IOException">The system has none left.</exception>
    public static (LocalSocket First, LocalSocket Second) CreatePackets() => Create(DescriptorMessages.Packets);

    /// <summary>Two ends of a stream of bytes.</summary>
    /// <exception cref="IOException">The system has none left.</exception>
    public static (LocalSocket First, LocalSocket Second) CreateStream() => Create(DescriptorMessages.Streams);

    /// <summary>Sends bytes, and copies of descriptors with the first of them.</summary>
    /// <param name="bytes">At least one.</param>
    /// <param name="descriptors">At most <see cref="MaximumDescriptors"/>; they stay the caller's.</param>
    /// <param name="waits">Whether to wait for room; without, a full connection is an error.</param>
    /// <returns>How many bytes were taken.</returns>
    /// <exception cref="IOException">The other end has gone, or there is no room.</exception>
    public int Send(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> descriptors, bool waits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bytes.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(descriptors.Length, MaximumDescriptors);
        var control = stackalloc byte[ControlSize];
        var length = descriptors.IsEmpty ? 0 : DescriptorMessages.ControlHeaderSize + (descriptors.Length * DescriptorSize);
        *(nuint*)control = (nuint)length;
        ((int*)control)[2] = DescriptorMessages.SocketLevel;
        ((int*)control)[3] = DescriptorMessages.Rights;
        descriptors.CopyTo(new Span<int>(control + DescriptorMessages.ControlHeaderSize, MaximumDescriptors));
        fixed (byte* start = bytes)
        {
            var part = new DescriptorMessages.Part { Start = start, Length = (nuint)bytes.Length };
            var message = Message(&part, control, length);
            return Exchange(&message, static (socket, message, flags) => DescriptorMessages.Send(socket, message, flags), DescriptorMessages.NoSignal | Waiting(waits))
                ?? throw new IOException(Errno.Describe(Errno.WouldBlock));
        }
    }

    /// <summary>Receives bytes and the descriptors that came with them.</summary>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="waits">Whether to wait for something.</param>
    /// <returns>What there was; null when nothing is there now.</returns>
    /// <exception cref="IOException">The connection failed.</exception>
    public ReceivedMessage? Receive(Span<byte> buffer, bool waits)
    {
        var control = stackalloc byte[ControlSize];
        new Span<byte>(control, ControlSize).Clear();
        fixed (byte* start = buffer)
        {
            var part = new DescriptorMessages.Part { Start = start, Length = (nuint)buffer.Length };
            var message = Message(&part, control, ControlSize);
            var count = Exchange(
                &message, static (socket, message, flags) => DescriptorMessages.Receive(socket, message, flags), DescriptorMessages.ReceivedCloseOnExec | Waiting(waits));
            return count is { } received ? new ReceivedMessage(received, Taken(control, (int)message.ControlLength)) : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private static (LocalSocket First, LocalSocket Second) Create(int type)
    {
        var pair = stackalloc int[2];
        if (DescriptorMessages.CreatePair(DescriptorMessages.LocalFamily, type | DescriptorMessages.CloseOnExec, 0, pair) < 0)
            throw new IOException(Errno.Describe(Marshal.GetLastPInvokeError()));
        return (new(new SafeFileHandle(pair[0], ownsHandle: true)), new(new SafeFileHandle(pair[1], ownsHandle: true)));
    }

    private static DescriptorMessages.Message Message(DescriptorMessages.Part* part, byte* control, int length) =>
        new() { Parts = part, PartCount = 1, Control = length is 0 ? null : control, ControlLength = (nuint)length };

    private static int Waiting(bool waits) => waits ? 0 : DescriptorMessages.DoNotWait;

    private static SafeFileHandle[] Taken(byte* control, int length)
    {
        var size = (int)*(nuint*)control - DescriptorMessages.ControlHeaderSize;
        if (length < DescriptorMessages.ControlHeaderSize || size <= 0 || ((int*)control)[3] is not DescriptorMessages.Rights)
            return [];
        var numbers = new ReadOnlySpan<int>(control + DescriptorMessages.ControlHeaderSize, size / DescriptorSize);
        var taken = new SafeFileHandle[numbers.Length];
        for (var index = 0; index < taken.Length; index++)
            taken[index] = new SafeFileHandle(numbers[index], ownsHandle: true);
        return taken;
    }

    private int Option(int option)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            int value = 0, length = sizeof(int);
            return DescriptorMessages.GetOption((int)handle.DangerousGetHandle(), DescriptorMessages.SocketLevel, option, &value, &length) < 0 ? -1 : value;
        }
        finally
        {
            if (added)
                handle.DangerousRelease();
        }
    }

    private int? Exchange(DescriptorMessages.Message* message, Call call, int flags)
    {
        var added = false;
        try
        {
            handle.DangerousAddRef(ref added);
            while (true)
            {
                var result = call((int)handle.DangerousGetHandle(), message, flags);
                if (result >= 0)
                    return (int)result;
                var error = Marshal.GetLastPInvokeError();
                if (error == Errno.WouldBlock)
                    return null;
                if (error != Errno.Interrupted)
                    throw new IOException(Errno.Describe(error), error);
            }
        }
        finally
        {
            if (added)
                handle.DangerousRelease();
        }
    }

    private delegate nint Call(int socket, DescriptorMessages.Message* message, int flags);
}
