using System.Buffers.Binary;
using Codex.Platform.Linux;
using Microsoft.Win32.SafeHandles;

namespace Codex.Execution.Escalation;

/// <summary>Puts a frame together from what arrives. Memory follows what has arrived and not what is announced.</summary>
internal sealed class FrameBuffer : IDisposable
{
    private const int FirstSize = 4096;

    private readonly List<SafeFileHandle> _descriptors = [];
    private byte[] _bytes = new byte[EscalationProtocol.PrefixSize];
    private int _filled;
    private int _length = -1;

    /// <summary>Where the next bytes go.</summary>
    internal Memory<byte> Rest => _bytes.AsMemory(_filled);

    /// <summary>The frame; once it is complete.</summary>
    internal ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>The descriptors that came with it.</summary>
    internal IReadOnlyList<SafeFileHandle> Descriptors => _descriptors;

    /// <summary>Takes in what was written to <see cref="Rest"/>; true when the frame is complete.</summary>
    /// <exception cref="EndOfStreamException">The other end has closed.</exception>
    /// <exception cref="InvalidDataException">The frame is too long, or brings too many descriptors.</exception>
    internal bool Take(ReceivedMessage received)
    {
        _descriptors.AddRange(received.Descriptors);
        if (received.Count is 0)
            throw new EndOfStreamException();
        if (_descriptors.Count > LocalSocket.MaximumDescriptors)
            throw new InvalidDataException("too many descriptors");
        _filled += received.Count;
        if (_length < 0 && _filled == EscalationProtocol.PrefixSize)
            BeginContent();
        if (_length < 0)
            return false;
        if (_filled == _bytes.Length && _filled < _length)
            Array.Resize(ref _bytes, Math.Min(_length, _bytes.Length * 2));
        return _filled == _length;
    }

    /// <inheritdoc/>
    public void Dispose() => _descriptors.ForEach(static descriptor => descriptor.Dispose());

    private void BeginContent()
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_bytes);
        if (length > EscalationProtocol.MaximumFrame)
            throw new InvalidDataException("the frame is too long");
        _length = (int)length;
        _filled = 0;
        _bytes = new byte[Math.Min(_length, FirstSize)];
    }
}
