using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Reads and writes elements.</summary>
internal static class Subscripts
{
    /// <exception cref="StarlarkException">There is no such element.</exception>
    public static StarlarkValue Get(StarlarkValue target, StarlarkValue key) => target switch
    {
        StarlarkDictionary dictionary => key.IsHashable && dictionary.Entries.TryGetValue(key, out var value)
            ? value
            : throw new StarlarkException($"Key `{key.Representation}` was not found"),
        StarlarkSequence sequence => sequence.Items[Position(key, sequence.Items.Count)],
        StarlarkText text => new StarlarkText(text.Value[Position(key, text.Value.Length)].ToString()),
        _ => throw new StarlarkException($"Operation `[]` not supported on type `{target.TypeName}`"),
    };

    /// <exception cref="StarlarkException">The target cannot be changed, or not there.</exception>
    public static void Set(StarlarkValue target, StarlarkValue key, StarlarkValue value)
    {
        switch (target)
        {
            case StarlarkDictionary dictionary:
                dictionary.Set(key, value);
                break;
            case StarlarkList list:
                list.Store[Position(key, list.Store.Count)] = value;
                break;
            default:
                throw new StarlarkException($"Operation `[]=` not supported on type `{target.TypeName}`");
        }
    }

    /// <exception cref="StarlarkException">The target has no parts, or the bounds are no numbers.</exception>
    public static StarlarkValue Slice(StarlarkValue target, StarlarkValue? start, StarlarkValue? stop, StarlarkValue? step) => target switch
    {
        StarlarkText text => new StarlarkText(string.Concat(Positions(text.Value.Length, start, stop, step).Select(index => text.Value[index]))),
        StarlarkList list => new StarlarkList([.. Positions(list.Items.Count, start, stop, step).Select(index => list.Items[index])]),
        StarlarkTuple tuple => new StarlarkTuple([.. Positions(tuple.Items.Count, start, stop, step).Select(index => tuple.Items[index])]),
        _ => throw new StarlarkException($"Operation `[::]` not supported on type `{target.TypeName}`"),
    };

    private static int Position(StarlarkValue key, int count)
    {
        var index = Number(key);
        var position = index < 0 ? index + count : index;
        return position >= 0 && position < count ? (int)position : throw new StarlarkException($"Index `{index}` is out of bound");
    }

    private static IEnumerable<int> Positions(int count, StarlarkValue? start, StarlarkValue? stop, StarlarkValue? step)
    {
        var stride = step is null ? 1 : Number(step);
        if (stride is 0)
            throw new StarlarkException("Slice step cannot be zero");
        var first = Bound(start, count, stride > 0 ? 0 : count - 1, stride);
        var last = Bound(stop, count, stride > 0 ? count : -1, stride);
        return Walk(first, last, stride);
    }

    private static IEnumerable<int> Walk(long first, long last, long stride)
    {
        for (var index = first; stride > 0 ? index < last : index > last; index += stride)
            yield return (int)index;
    }

    private static long Bound(StarlarkValue? value, int count, long fallback, long stride)
    {
        if (value is null)
            return fallback;
        var index = Number(value);
        index = index < 0 ? index + count : index;
        return Math.Clamp(index, stride > 0 ? 0 : -1, stride > 0 ? count : count - 1);
    }

    private static long Number(StarlarkValue value) => value is StarlarkInteger integer
        ? integer.Value
        : throw new StarlarkException($"Type of parameter doesn't match, expected `int`, actual `{value.TypeName}`");
}
