using System.Text;
using Codex.Formats.Starlark.Library;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>What operators do.</summary>
internal sealed class Operators(Interpreter interpreter)
{
    /// <summary>The value of a sign or <c>not</c>.</summary>
    /// <exception cref="StarlarkException">The operand does not fit.</exception>
    public static StarlarkValue Apply(string symbol, StarlarkValue operand) => (symbol, operand) switch
    {
        ("not", _) => StarlarkBoolean.Of(!operand.IsTrue),
        ("-", StarlarkInteger number) => Arithmetic.Checked(() => checked(-number.Value)),
        ("-", StarlarkFloat number) => new StarlarkFloat(-number.Value),
        ("+", StarlarkInteger or StarlarkFloat) => operand,
        ("~", StarlarkInteger number) => new StarlarkInteger(~number.Value),
        _ => throw new StarlarkException($"Operation `{symbol}` not supported on type `{operand.TypeName}`"),
    };

    /// <summary>The value of two operands.</summary>
    /// <exception cref="StarlarkException">They do not fit together.</exception>
    public StarlarkValue Apply(string symbol, StarlarkValue left, StarlarkValue right) => symbol switch
    {
        "==" => StarlarkBoolean.Of(left.Equals(right)),
        "!=" => StarlarkBoolean.Of(!left.Equals(right)),
        "<" => StarlarkBoolean.Of(Ordering.Compare(left, right) < 0),
        "<=" => StarlarkBoolean.Of(Ordering.Compare(left, right) <= 0),
        ">" => StarlarkBoolean.Of(Ordering.Compare(left, right) > 0),
        ">=" => StarlarkBoolean.Of(Ordering.Compare(left, right) >= 0),
        "in" => StarlarkBoolean.Of(Contains(right, left)),
        "not in" => StarlarkBoolean.Of(!Contains(right, left)),
        _ => Combine(symbol, left, right),
    };

    private StarlarkValue Combine(string symbol, StarlarkValue left, StarlarkValue right) => (symbol, left, right) switch
    {
        ("+", StarlarkText a, StarlarkText b) => Text(a.Value.Length + b.Value.Length, () => a.Value + b.Value),
        ("+", StarlarkList a, StarlarkList b) => new StarlarkList(Join(a, b)),
        ("+", StarlarkTuple a, StarlarkTuple b) => new StarlarkTuple(Join(a, b)),
        ("*", StarlarkText a, StarlarkInteger n) => Repeat(a, n.Value),
        ("*", StarlarkInteger n, StarlarkText a) => Repeat(a, n.Value),
        ("*", StarlarkList a, StarlarkInteger n) => new StarlarkList(Repeat(a.Items, n.Value)),
        ("*", StarlarkInteger n, StarlarkList a) => new StarlarkList(Repeat(a.Items, n.Value)),
        ("*", StarlarkTuple a, StarlarkInteger n) => new StarlarkTuple(Repeat(a.Items, n.Value)),
        ("%", StarlarkText format, _) => TextFormat.Percent(format.Value, right),
        ("|", StarlarkDictionary a, StarlarkDictionary b) => Merge(a, b),
        _ => Arithmetic.Apply(symbol, left, right)
            ?? throw new StarlarkException($"Operation `{symbol}` not supported for types `{left.TypeName}` and `{right.TypeName}`"),
    };

    private static bool Contains(StarlarkValue container, StarlarkValue item) => (container, item) switch
    {
        (StarlarkText text, StarlarkText part) => text.Value.Contains(part.Value, StringComparison.Ordinal),
        (StarlarkDictionary dictionary, _) => item.IsHashable && dictionary.Entries.ContainsKey(item),
        (StarlarkSequence sequence, _) => sequence.Items.Contains(item),
        _ => throw new StarlarkException($"Operation `in` not supported for types `{item.TypeName}` and `{container.TypeName}`"),
    };

    private List<StarlarkValue> Join(StarlarkSequence left, StarlarkSequence right)
    {
        interpreter.CheckSize(left.Items.Count + right.Items.Count);
        return [.. left.Items, .. right.Items];
    }

    private List<StarlarkValue> Repeat(IReadOnlyList<StarlarkValue> items, long count)
    {
        interpreter.CheckSize(Math.Max(count, 0) is var times && times > int.MaxValue ? times : times * items.Count);
        List<StarlarkValue> repeated = [];
        for (var index = 0; index < count; index++)
            repeated.AddRange(items);
        return repeated;
    }

    private StarlarkText Repeat(StarlarkText text, long count)
    {
        var times = Math.Clamp(count, 0, int.MaxValue);
        return Text(times * text.Value.Length, () => new StringBuilder().Insert(0, text.Value, (int)times).ToString());
    }

    private StarlarkText Text(long length, Func<string> make)
    {
        interpreter.CheckSize(length);
        return new StarlarkText(make());
    }

    private static StarlarkDictionary Merge(StarlarkDictionary left, StarlarkDictionary right)
    {
        var merged = new StarlarkDictionary();
        foreach (var (key, value) in left.Entries.Concat(right.Entries))
            merged.Set(key, value);
        return merged;
    }
}
