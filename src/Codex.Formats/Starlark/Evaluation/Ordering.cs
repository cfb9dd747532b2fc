using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Compares values by size.</summary>
internal static class Ordering
{
    /// <exception cref="StarlarkException">The types have no common order.</exception>
    public static int Compare(StarlarkValue left, StarlarkValue right) => (left, right) switch
    {
        (StarlarkInteger a, StarlarkInteger b) => a.Value.CompareTo(b.Value),
        (StarlarkInteger a, StarlarkFloat b) => ((double)a.Value).CompareTo(b.Value),
        (StarlarkFloat a, StarlarkInteger b) => a.Value.CompareTo(b.Value),
        (StarlarkFloat a, StarlarkFloat b) => a.Value.CompareTo(b.Value),
        (StarlarkText a, StarlarkText b) => string.CompareOrdinal(a.Value, b.Value),
        (StarlarkBoolean a, StarlarkBoolean b) => a.IsTrue.CompareTo(b.IsTrue),
        (StarlarkSequence a, StarlarkSequence b) when a.GetType() == b.GetType() => Compare(a.Items, b.Items),
        _ => throw new StarlarkException($"Operation `cmp()` not supported for types `{left.TypeName}` and `{right.TypeName}`"),
    };

    private static int Compare(IReadOnlyList<StarlarkValue> left, IReadOnlyList<StarlarkValue> right)
    {
        for (var index = 0; index < Math.Min(left.Count, right.Count); index++)
        {
            if (Compare(left[index], right[index]) is not 0 and var order)
                return order;
        }

        return left.Count.CompareTo(right.Count);
    }
}
