namespace Codex.Storage.Rollouts;

/// <summary>Many byte strings in few arrays: a history of a hundred thousand items is a hundred arrays, not a hundred thousand.</summary>
internal sealed class ByteArena
{
    private const int BlockSize = 1 << 20;
    private byte[] _block = [];
    private int _used;

    /// <summary>Copies the bytes; the result lives as long as it is referenced.</summary>
    public ReadOnlyMemory<byte> Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BlockSize / 4)
            return bytes.ToArray();
        if (_block.Length - _used < bytes.Length)
        {
            _block = GC.AllocateUninitializedArray<byte>(BlockSize);
            _used = 0;
        }

        var slice = _block.AsMemory(_used, bytes.Length);
        bytes.CopyTo(slice.Span);
        _used += bytes.Length;
        return slice;
    }

    /// <summary>Starts a new block, so that the old ones can go once nothing refers to them.</summary>
    public void Reset()
    {
        _block = [];
        _used = 0;
    }
}
