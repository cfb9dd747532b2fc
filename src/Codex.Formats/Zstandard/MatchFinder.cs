using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace Codex.Formats.Zstandard;

/// <summary>
/// Finds earlier occurrences by a hash over five bytes, greedily. Text without repetition is walked in growing steps, so that
/// data which does not compress costs little.
/// </summary>
internal sealed class MatchFinder : IDisposable
{
    private const int HashedBytes = 8;
    private const int MinimumMatch = 5;
    private const int RepeatedOffset = 1;
    private const int OffsetBias = 3;

    private readonly int _window;
    private readonly int _shift;
    private readonly int[] _positions;
    private readonly List<Sequence> _sequences = [];
    private byte[] _literals = ArrayPool<byte>.Shared.Rent(128 * 1024);
    private int _literalCount;
    private int _offset = 1;
    private int _offsetBeforeBlock = 1;

    public MatchFinder(int contentLength, int window)
    {
        _window = window;
        var log = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, contentLength)), 10, 17);
        _shift = 64 - log;
        _positions = ArrayPool<int>.Shared.Rent(1 << log);
        _positions.AsSpan().Fill(-1);
    }

    /// <summary>The matches of the block.</summary>
    public IReadOnlyList<Sequence> Sequences => _sequences;

    /// <summary>The bytes of the block that no match covers.</summary>
    public ReadOnlySpan<byte> Literals => _literals.AsSpan(0, _literalCount);

    /// <summary>Splits a block into literals and matches; both are valid until the next call.</summary>
    public void Find(ReadOnlySpan<byte> content, int start, int end)
    {
        _sequences.Clear();
        _literalCount = 0;
        _offsetBeforeBlock = _offset;
        var anchor = start;
        var position = start;
        var limit = end - HashedBytes;
        while (position <= limit)
        {
            var length = Match(content, position, anchor, end, out var distance);
            if (length == 0)
            {
                position += 1 + ((position - anchor) >> 7);
                continue;
            }

            Add(content[anchor..position], length, distance);
            Remember(content, position + 2, limit);
            position += length;
            anchor = position;
            Remember(content, position - 2, limit);
        }

        AddLiterals(content[anchor..end]);
    }

    /// <summary>Takes back what the last block did to the repeated offset.</summary>
    public void ForgetLastBlock() => _offset = _offsetBeforeBlock;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_positions);
        ArrayPool<byte>.Shared.Return(_literals);
        _literals = [];
    }

    private int Match(ReadOnlySpan<byte> content, int position, int anchor, int end, out int distance)
    {
        ref var slot = ref _positions[Hash(content, position)];
        var candidate = slot;
        slot = position;
        distance = _offset;
        // A repeated offset is cheap, but means something else directly behind another match.
        if (position > anchor && position >= distance && Common(content, position - distance, position, end) is >= MinimumMatch and var repeated)
            return repeated;
        distance = position - candidate;
        return candidate >= 0 && distance <= _window && Common(content, candidate, position, end) is >= MinimumMatch and var length ? length : 0;
    }

    private void Remember(ReadOnlySpan<byte> content, int position, int limit)
    {
        if (position <= limit)
            _positions[Hash(content, position)] = position;
    }

    private int Hash(ReadOnlySpan<byte> content, int position)
    {
        const ulong FiveBytePrime = 889523592379UL << 24;
        return (int)((BinaryPrimitives.ReadUInt64LittleEndian(content[position..]) * FiveBytePrime) >> _shift);
    }

    private static int Common(ReadOnlySpan<byte> content, int earlier, int later, int end) =>
        content[earlier..].CommonPrefixLength(content[later..end]);

    private void Add(ReadOnlySpan<byte> literals, int length, int distance)
    {
        var isRepeated = distance == _offset && literals.Length > 0;
        AddLiterals(literals);
        _sequences.Add(new Sequence(literals.Length, length, isRepeated ? RepeatedOffset : distance + OffsetBias));
        _offset = distance;
    }

    private void AddLiterals(ReadOnlySpan<byte> literals)
    {
        literals.CopyTo(_literals.AsSpan(_literalCount));
        _literalCount += literals.Length;
    }
}
