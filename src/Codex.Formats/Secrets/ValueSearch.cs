namespace Codex.Formats.Secrets;

/// <summary>Finds known values in one text, from left to right; looks at nothing twice.</summary>
/// <param name="values">The values, longest first.</param>
internal ref struct ValueSearch(byte[][] values)
{
    private readonly int[] _next = new int[values.Length];
    private int _unfinished = -1;
    private bool _hasStarted;

    /// <summary>The next place at which one stands, or could stand once more is seen.</summary>
    public (int Position, SecretMatch Match) Find(ReadOnlySpan<byte> data, int start, bool isFinal)
    {
        var found = (Position: int.MaxValue, Match: SecretMatch.None);
        for (var index = 0; index < values.Length; index++)
        {
            if (!_hasStarted || _next[index] < start)
                _next[index] = data[start..].IndexOf(values[index]) is >= 0 and var at ? start + at : int.MaxValue;
            if (_next[index] < found.Position)
                found = (_next[index], new SecretMatch(0, values[index].Length, null));
        }

        _hasStarted = true;
        if (!isFinal && _unfinished < start)
            _unfinished = Unfinished(data, start);
        return _unfinished >= 0 && _unfinished <= found.Position && _unfinished < data.Length ? (_unfinished, SecretMatch.Undecided) : found;
    }

    /// <summary>Where a value begins that the end of the data cuts off.</summary>
    private readonly int Unfinished(ReadOnlySpan<byte> data, int start)
    {
        var earliest = int.MaxValue;
        foreach (var value in values)
        {
            for (var position = Math.Max(start, data.Length - value.Length + 1); position < Math.Min(data.Length, earliest); position++)
            {
                var next = data[position..].IndexOf(value[0]);
                if (next < 0)
                    break;
                position += next;
                if (value.AsSpan().StartsWith(data[position..]))
                    earliest = Math.Min(earliest, position);
            }
        }

        return earliest;
    }
}
