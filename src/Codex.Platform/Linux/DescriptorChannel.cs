using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>One end of a connection between two processes over which open descriptors are handed.</summary>
/// <param name="handle">The end; owned.</param>
public sealed class DescriptorChannel(SafeFileHandle handle) : IDisposable
{
    private readonly LocalSocket _socket = new(handle);

    /// <summary>The descriptor itself, to be inherited by a program.</summary>
    public SafeFileHandle Handle => handle;

    /// <summary>Two ends that are closed in programs that do not inherit them on purpose.</summary>
    /// <exception cref="IOException">The system has none left.</exception>
    public static (DescriptorChannel First, DescriptorChannel Second) CreatePair()
    {
        var (first, second) = LocalSocket.CreatePackets();
        return (new(first.Handle), new(second.Handle));
    }

    /// <summary>The end that this process inherited under a number.</summary>
    public static DescriptorChannel Owning(int descriptor) => new(new SafeFileHandle(descriptor, ownsHandle: true));

    /// <summary>Hands copies of open descriptors to the other end.</summary>
    /// <exception cref="IOException">Nobody takes them.</exception>
    public void Send(params ReadOnlySpan<int> descriptors) => _socket.Send([0], descriptors, waits: true);

    /// <summary>Waits for what the other end hands over; empty when it closes instead.</summary>
    /// <exception cref="IOException">The connection failed.</exception>
    public int[] Receive()
    {
        Span<byte> content = stackalloc byte[1];
        var taken = _socket.Receive(content, waits: true)?.Descriptors ?? [];
        var numbers = new int[taken.Count];
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = (int)taken[index].DangerousGetHandle();
            taken[index].SetHandleAsInvalid();
        }

        return numbers;
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
}
