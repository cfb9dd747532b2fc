namespace Codex.Formats.Diffs;

/// <summary>
/// The shortest edit between two sequences by divide and conquer in linear space (Myers 1986). Among equally short edits
/// it picks the one that the original's library picks, because the result is shown.
/// </summary>
internal sealed class MyersDiff
{
    private readonly int[] _old;
    private readonly int[] _new;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int _origin;
    private readonly List<DiffRun> _runs = [];

    private MyersDiff(int[] old, int[] @new)
    {
        _old = old;
        _new = @new;
        _origin = HalfDistance(old.Length, @new.Length);
        _forward = new int[2 * _origin];
        _backward = new int[2 * _origin];
    }

    internal static List<DiffRun> Compute(int[] old, int[] @new)
    {
        var diff = new MyersDiff(old, @new);
        diff.Conquer(new Box(0, old.Length, 0, @new.Length));
        return diff._runs;
    }

    private static int HalfDistance(int oldLength, int newLength) => ((oldLength + newLength + 1) / 2) + 1;

    private void Conquer(Box box)
    {
        var prefix = CommonPrefix(box);
        if (prefix > 0)
            _runs.Add(DiffRun.Equal(box.OldStart, box.NewStart, prefix));
        box = box with { OldStart = box.OldStart + prefix, NewStart = box.NewStart + prefix };
        var suffix = CommonSuffix(box);
        box = box with { OldEnd = box.OldEnd - suffix, NewEnd = box.NewEnd - suffix };
        Divide(box);
        if (suffix > 0)
            _runs.Add(DiffRun.Equal(box.OldEnd, box.NewEnd, suffix));
    }

    private void Divide(Box box)
    {
        if (box.NewLength == 0 && box.OldLength > 0)
        {
            _runs.Add(new DiffRun(DiffKind.Removed, box.OldStart, box.OldLength, box.NewStart, 0));
        }
        else if (box.OldLength == 0 && box.NewLength > 0)
        {
            _runs.Add(new DiffRun(DiffKind.Added, box.OldStart, 0, box.NewStart, box.NewLength));
        }
        else if (box.OldLength > 0)
        {
            var (oldSplit, newSplit) = FindMiddle(box);
            Conquer(box with { OldEnd = oldSplit, NewEnd = newSplit });
            Conquer(box with { OldStart = oldSplit, NewStart = newSplit });
        }
    }

    /// <summary>A point on a shortest path, where the searches from both corners meet.</summary>
    private (int Old, int New) FindMiddle(Box box)
    {
        var delta = box.OldLength - box.NewLength;
        var isOdd = (delta & 1) != 0;
        _forward[_origin + 1] = 0;
        _backward[_origin + 1] = 0;
        for (var distance = 0; ; distance++)
        {
            for (var diagonal = distance; diagonal >= -distance; diagonal -= 2)
            {
                var from = Step(_forward, diagonal, distance);
                var x = from + (from < diagonal ? 0 : CommonPrefix(box.From(from, from - diagonal)));
                _forward[_origin + diagonal] = x;
                if (isOdd && Math.Abs(diagonal - delta) < distance && x + _backward[_origin + delta - diagonal] >= box.OldLength)
                    return (box.OldStart + from, box.NewStart + from - diagonal);
            }

            for (var diagonal = distance; diagonal >= -distance; diagonal -= 2)
            {
                var from = Step(_backward, diagonal, distance);
                var x = from + (from < diagonal ? 0 : CommonSuffix(box.Until(from, from - diagonal)));
                _backward[_origin + diagonal] = x;
                if (!isOdd && Math.Abs(diagonal - delta) <= distance && x + _forward[_origin + delta - diagonal] >= box.OldLength)
                    return (box.OldEnd - x, box.NewEnd - (x - diagonal));
            }
        }
    }

    private int Step(int[] reached, int diagonal, int distance)
    {
        var at = _origin + diagonal;
        var isDown = diagonal == -distance || (diagonal != distance && reached[at - 1] < reached[at + 1]);
        return isDown ? reached[at + 1] : reached[at - 1] + 1;
    }

    private int CommonPrefix(Box box) => box.OldLength <= 0 || box.NewLength <= 0
        ? 0
        : _old.AsSpan(box.OldStart, box.OldLength).CommonPrefixLength(_new.AsSpan(box.NewStart, box.NewLength));

    private int CommonSuffix(Box box)
    {
        var length = 0;
        while (length < box.OldLength && length < box.NewLength && _old[box.OldEnd - 1 - length] == _new[box.NewEnd - 1 - length])
            length++;
        return length;
    }

    private readonly record struct Box(int OldStart, int OldEnd, int NewStart, int NewEnd)
    {
        internal int OldLength => OldEnd - OldStart;

        internal int NewLength => NewEnd - NewStart;

        internal Box From(int x, int y) => this with { OldStart = OldStart + x, NewStart = NewStart + y };

        internal Box Until(int x, int y) => this with { OldEnd = OldEnd - x, NewEnd = NewEnd - y };
    }
}
