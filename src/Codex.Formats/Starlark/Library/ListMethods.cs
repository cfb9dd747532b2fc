using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>The methods of lists.</summary>
internal static class ListMethods
{
    public static StarlarkNative? Find(StarlarkList list, string name) => name switch
    {
        "append" => new StarlarkNative(name, arguments => Do(() => list.Store.Add(arguments.Take(1, 1)[0]))),
        "extend" => new StarlarkNative(name, arguments => Extend(list, arguments)),
        "insert" => new StarlarkNative(name, arguments => Do(() => list.Store.Insert((int)Math.Clamp(Number(arguments.Take(2, 2)[0]), 0, list.Store.Count), arguments.Positional[1]))),
        "clear" => new StarlarkNative(name, _ => Do(list.Store.Clear)),
        "remove" => new StarlarkNative(name, arguments => Remove(list, arguments.Take(1, 1)[0])),
        "pop" => new StarlarkNative(name, arguments => Pop(list, arguments)),
        "index" => new StarlarkNative(name, arguments => new StarlarkInteger(IndexOf(list, arguments.Take(1, 1)[0]))),
        _ => null,
    };

    private static StarlarkNone Do(Action change)
    {
        change();
        return StarlarkNone.Instance;
    }

    private static StarlarkNone Extend(StarlarkList list, StarlarkArguments arguments)
    {
        var items = arguments.Take(1, 1)[0].Elements ?? throw new StarlarkException($"Operation `(iter)` not supported on type `{arguments.Positional[0].TypeName}`");
        arguments.Interpreter.CheckSize(list.Store.Count + items.Count);
        return Do(() => list.Store.AddRange([.. items]));
    }

    private static StarlarkNone Remove(StarlarkList list, StarlarkValue item) => Do(() => list.Store.RemoveAt(IndexOf(list, item)));

    private static StarlarkValue Pop(StarlarkList list, StarlarkArguments arguments)
    {
        var index = arguments.Take(0, 1) is [var given] ? Number(given) : -1;
        var position = index < 0 ? index + list.Store.Count : index;
        if (position < 0 || position >= list.Store.Count)
            throw new StarlarkException($"Index `{index}` is out of bound");
        var item = list.Store[(int)position];
        list.Store.RemoveAt((int)position);
        return item;
    }

    private static int IndexOf(StarlarkList list, StarlarkValue item) => list.Store.IndexOf(item) is >= 0 and var index
        ? index
        : throw new StarlarkException($"Element '{item.Representation}' not found in '{list.Representation}'");

    private static long Number(StarlarkValue value) => value is StarlarkInteger integer
        ? integer.Value
        : throw new StarlarkException($"Type of parameter doesn't match, expected `int`, actual `{value.TypeName}`");
}
