using System.Buffers;

namespace Codex.Formats.Secrets;

/// <summary>
/// Takes secrets out of a stream of bytes that comes in pieces, cut anywhere. Holds back only what could be the beginning of a
/// secret (at most some hundred bytes); takes time in proportion to the text. One for each stream.
/// </summary>
/// <param name="patterns">What is taken out.</param>
public sealed class SecretRedactor(SecretPatterns patterns)
{
    private const int LongestBlock = 64 * 1024;

    private byte[] _held = [];
    private byte _previous;
    private SearchValues<byte>? _swallowed;
    private int _swallowedBytes;

    /// <summary>What stands in the place of a secret.</summary>
    public static ReadOnlySpan<byte> Placeholder => "[REDACTED_SECRET]"u8;

    /// <summary>Whether something is held back.</summary>
    public bool IsHolding => _held.Length > 0;

    /// <summary>Takes note of a piece that can be passed on as it is; false when it has to be added with <see cref="Append"/>.</summary>
    /// <param name="piece">The bytes.</param>
    public bool TryPass(ReadOnlySpan<byte> piece)
    {
        if (piece.IsEmpty || IsHolding || _swallowed is not null
            || new ValueSearch(patterns.Values).Find(piece, 0, isFinal: false).Position < piece.Length
            || (patterns.IncludesShapes && SecretShapes.Find(piece, 0, _previous, isFinal: false).Position < piece.Length))
        {
            return false;
        }

        _previous = piece[^1];
        return true;
    }

    /// <summary>Adds a piece.</summary>
    /// <param name="piece">The bytes.</param>
    /// <param name="output">Gets what is no secret.</param>
    public void Append(ReadOnlySpan<byte> piece, IBufferWriter<byte> output)
    {
        if (_held.Length == 0)
        {
            Process(piece, isFinal: false, output);
            return;
        }

        byte[] joined = [.. _held, .. piece];
        _held = [];
        Process(joined, isFinal: false, output);
    }

    /// <summary>Ends the stream: nothing is held back any more.</summary>
    public void Flush(IBufferWriter<byte> output)
    {
        var held = _held;
        _held = [];
        Process(held, isFinal: true, output);
    }

    private void Process(ReadOnlySpan<byte> data, bool isFinal, IBufferWriter<byte> output)
    {
        var values = new ValueSearch(patterns.Values);
        var shape = (Position: -1, Match: SecretMatch.None);
        var start = 0;
        while (start < data.Length)
        {
            if (_swallowed is not null)
            {
                start += Swallow(data[start..], isFinal);
                continue;
            }

            var found = values.Find(data, start, isFinal);
            if (patterns.IncludesShapes && shape.Position < start)
                shape = SecretShapes.Find(data, start, _previous, isFinal);
            if (patterns.IncludesShapes && shape.Position < found.Position)
                found = shape;
            var plain = data[start..Math.Min(found.Position, data.Length)];
            Emit(plain, output);
            start += plain.Length;
            if (found.Match.Length < 0)
            {
                _held = data[start..].ToArray();
                return;
            }

            start += Replace(data[start..], found.Match, output);
        }
    }

    private int Replace(ReadOnlySpan<byte> data, SecretMatch match, IBufferWriter<byte> output)
    {
        if (match.Length == 0)
            return 0;
        Emit(data[..match.Kept], output);
        output.Write(Placeholder);
        _previous = data[match.Length - 1];
        _swallowed = match.Continues;
        _swallowedBytes = 0;
        return match.Length;
    }

    /// <summary>Passes over the rest of a secret that has been replaced.</summary>
    private int Swallow(ReadOnlySpan<byte> data, bool isFinal)
    {
        var isBlock = _swallowed == SecretCharacters.KeyBlock;
        var (length, isComplete) = isBlock ? KeyBlocks.LengthOfRest(data) : LengthOfRun(data);
        _swallowedBytes += length;
        _previous = length > 0 ? data[length - 1] : _previous;
        if (isComplete || _swallowedBytes > LongestBlock)
            _swallowed = null;
        else if (isBlock && !isFinal)
            _held = data[^Math.Min(length, KeyBlocks.LongestEnd)..].ToArray();
        return length;
    }

    private (int Length, bool IsComplete) LengthOfRun(ReadOnlySpan<byte> data)
    {
        var end = data.IndexOfAnyExcept(_swallowed!);
        return end < 0 ? (data.Length, false) : (end, true);
    }

    private void Emit(ReadOnlySpan<byte> plain, IBufferWriter<byte> output)
    {
        if (plain.IsEmpty)
            return;
        output.Write(plain);
        _previous = plain[^1];
    }
}
