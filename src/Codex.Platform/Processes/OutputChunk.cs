using System.Buffers;

namespace Codex.Platform.Processes;

/// <summary>A piece of output. Its memory is pooled: it is valid until <see cref="Dispose"/>.</summary>
public sealed class OutputChunk : IDisposable
{
    private readonly bool _pooled;
    private byte[]? _array;

    internal OutputChunk(OutputStream stream, byte[] array, int length, bool pooled)
    {
        Stream = stream;
        _array = array;
        _pooled = pooled;
        Bytes = array.AsMemory(0, length);
    }

    /// <summary>A chunk of bytes that nobody else uses.</summary>
    /// <param name="stream">Where it was printed.</param>
    /// <param name="bytes">What was printed; not empty.</param>
    public static OutputChunk Of(OutputStream stream, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new(stream, bytes, bytes.Length, pooled: false);
    }

    /// <summary>Where it was printed.</summary>
    public OutputStream Stream { get; }

    /// <summary>What was printed; not empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, null);
        Bytes = default;
        if (array is not null && _pooled)
            ArrayPool<byte>.Shared.Return(array);
    }
}
