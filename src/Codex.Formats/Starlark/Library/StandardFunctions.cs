using System.Globalization;
using Codex.Formats.Starlark.Evaluation;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>The functions and constants that every program has.</summary>
internal static class StandardFunctions
{
    public static Dictionary<string, StarlarkValue> All()
    {
        Dictionary<string, StarlarkValue> globals = new()
        {
            ["None"] = StarlarkNone.Instance,
            ["True"] = StarlarkBoolean.Of(true),
            ["False"] = StarlarkBoolean.Of(false),
        };
        foreach (var function in Functions())
            globals.Add(function.Name, function);
        return globals;
    }

    private static IEnumerable<StarlarkNative> Functions() =>
    [
        new("any", static arguments => StarlarkBoolean.Of(Elements(arguments.Take(1, 1)[0]).Any(static item => item.IsTrue))),
        new("all", static arguments => StarlarkBoolean.Of(Elements(arguments.Take(1, 1)[0]).All(static item => item.IsTrue))),
        new("bool", static arguments => StarlarkBoolean.Of(arguments.Take(0, 1) is [{ IsTrue: true }])),
        new("dict", MakeDictionary),
        new("enumerate", static arguments => new StarlarkList([.. Elements(arguments.Take(1, 1)[0]).Select(static (item, index) => new StarlarkTuple([new StarlarkInteger(index), item]))])),
        new("fail", static arguments => throw new StarlarkException($"fail: {string.Join(' ', arguments.Positional)}")),
        new("hasattr", static arguments => StarlarkBoolean.Of(arguments.Take(2, 2)[1] is StarlarkText name && Members.TryFind(arguments.Positional[0], name.Value) is not null)),
        new("int", static arguments => ToInteger(arguments.Take(1, 1)[0])),
        new("len", static arguments => new StarlarkInteger(Length(arguments.Take(1, 1)[0]))),
        new("list", static arguments => new StarlarkList(arguments.Take(0, 1) is [var source] ? [.. Elements(source)] : [])),
        new("max", static arguments => Extreme(arguments, 1)),
        new("min", static arguments => Extreme(arguments, -1)),
        new("range", MakeRange),
        new("repr", static arguments => new StarlarkText(arguments.Take(1, 1)[0].Representation)),
        new("reversed", static arguments => new StarlarkList([.. Elements(arguments.Take(1, 1)[0]).Reverse()])),
        new("sorted", Sort),
        new("str", static arguments => new StarlarkText(arguments.Take(1, 1)[0].ToString())),
        new("tuple", static arguments => new StarlarkTuple(arguments.Take(0, 1) is [var source] ? [.. Elements(source)] : [])),
        new("type", static arguments => new StarlarkText(arguments.Take(1, 1)[0].TypeName)),
        new("zip", Zip),
    ];

    private static IReadOnlyList<StarlarkValue> Elements(StarlarkValue value) =>
        value.Elements ?? throw new StarlarkException($"Operation `(iter)` not supported on type `{value.TypeName}`");

    private static int Length(StarlarkValue value) => value is StarlarkText text
        ? text.Value.Length
        : value.Elements?.Count ?? throw new StarlarkException($"Operation `len()` not supported on type `{value.TypeName}`");

    private static StarlarkInteger ToInteger(StarlarkValue value) => value switch
    {
        StarlarkInteger integer => integer,
        StarlarkBoolean boolean => new StarlarkInteger(boolean.IsTrue ? 1 : 0),
        StarlarkFloat number when Math.Abs(number.Value) < long.MaxValue => new StarlarkInteger((long)number.Value),
        StarlarkText text when long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new StarlarkInteger(number),
        _ => throw new StarlarkException($"Cannot parse `{value}` as an integer in base 10"),
    };

    private static StarlarkDictionary MakeDictionary(StarlarkArguments arguments)
    {
        var dictionary = new StarlarkDictionary();
        foreach (var item in arguments.Positional is [StarlarkDictionary source] ? Pairs(source) : arguments.Positional is [var list] ? Elements(list) : [])
        {
            if (item.Elements is not [var key, var value])
                throw new StarlarkException("Found a non-pair element in the positional argument of dict()");
            dictionary.Set(key, value);
        }

        foreach (var (name, value) in arguments.Named)
            dictionary.Set(new StarlarkText(name), value);
        return dictionary;
    }

    private static IEnumerable<StarlarkValue> Pairs(StarlarkDictionary dictionary) =>
        dictionary.Entries.Select(static entry => new StarlarkTuple([entry.Key, entry.Value]));

    private static StarlarkValue Extreme(StarlarkArguments arguments, int sign)
    {
        var items = arguments.Positional is [var only] ? Elements(only) : arguments.Positional;
        if (items.Count is 0)
            throw new StarlarkException("Argument is an empty iterable");
        return items.Aggregate((best, item) => Ordering.Compare(item, best) * sign > 0 ? item : best);
    }

    private static StarlarkList MakeRange(StarlarkArguments arguments)
    {
        var numbers = arguments.Take(1, 3).Select(static value => ToInteger(value).Value).ToArray();
        var (start, stop, step) = numbers is [var end] ? (0, end, 1) : (numbers[0], numbers[1], numbers.Length > 2 ? numbers[2] : 1);
        if (step is 0)
            throw new StarlarkException("Third argument of range (step) cannot be zero");
        arguments.Interpreter.CheckSize((long)Math.Min(((double)stop - start) / step, long.MaxValue / 2));
        List<StarlarkValue> items = [];
        for (var number = start; step > 0 ? number < stop : number > stop; number += step)
            items.Add(new StarlarkInteger(number));
        return new StarlarkList(items);
    }

    private static StarlarkList Sort(StarlarkArguments arguments)
    {
        var bound = arguments.Bind("sorted", 1, "x", "key", "reverse");
        var key = bound[1] is { } function && function is not StarlarkNone ? function : null;
        var keyed = Elements(bound[0]!).Select(item => (Item: item, Key: key is null ? item : arguments.Interpreter.Call(key, item)));
        var order = Comparer<StarlarkValue>.Create(static (left, right) => Ordering.Compare(left, right));
        try
        {
            var sorted = bound[2] is { IsTrue: true } ? keyed.OrderByDescending(static pair => pair.Key, order) : keyed.OrderBy(static pair => pair.Key, order);
            return new StarlarkList([.. sorted.Select(static pair => pair.Item)]);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is StarlarkException failure)
        {
            throw failure;
        }
    }

    private static StarlarkList Zip(StarlarkArguments arguments)
    {
        var lists = arguments.Positional.Select(Elements).ToArray();
        var count = lists.Length is 0 ? 0 : lists.Min(static list => list.Count);
        return new StarlarkList([.. Enumerable.Range(0, count).Select(index => new StarlarkTuple([.. lists.Select(list => list[index])]))]);
    }
}
