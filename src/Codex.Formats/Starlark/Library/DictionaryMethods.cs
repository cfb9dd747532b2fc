using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>The methods of dictionaries.</summary>
internal static class DictionaryMethods
{
    public static StarlarkNative? Find(StarlarkDictionary dictionary, string name) => name switch
    {
        "keys" => new StarlarkNative(name, _ => new StarlarkList([.. dictionary.Entries.Keys])),
        "values" => new StarlarkNative(name, _ => new StarlarkList([.. dictionary.Entries.Values])),
        "items" => new StarlarkNative(name, _ => new StarlarkList([.. dictionary.Entries.Select(static entry => new StarlarkTuple([entry.Key, entry.Value]))])),
        "get" => new StarlarkNative(name, arguments => Get(dictionary, arguments.Take(1, 2))),
        "setdefault" => new StarlarkNative(name, arguments => SetDefault(dictionary, arguments.Take(1, 2))),
        "update" => new StarlarkNative(name, arguments => Update(dictionary, arguments.Take(1, 1)[0])),
        _ => null,
    };

    private static StarlarkValue Get(StarlarkDictionary dictionary, IReadOnlyList<StarlarkValue> given)
    {
        StarlarkDictionary.CheckKey(given[0]);
        return dictionary.Entries.TryGetValue(given[0], out var value) ? value : given.Count > 1 ? given[1] : StarlarkNone.Instance;
    }

    private static StarlarkValue SetDefault(StarlarkDictionary dictionary, IReadOnlyList<StarlarkValue> given)
    {
        var value = Get(dictionary, given);
        dictionary.Set(given[0], value);
        return value;
    }

    private static StarlarkNone Update(StarlarkDictionary dictionary, StarlarkValue other)
    {
        if (other is not StarlarkDictionary entries)
            throw new StarlarkException($"Type of parameter doesn't match, expected `dict`, actual `{other.TypeName}`");
        foreach (var (key, value) in entries.Entries.ToArray())
            dictionary.Set(key, value);
        return StarlarkNone.Instance;
    }
}
