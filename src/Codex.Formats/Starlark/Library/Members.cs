using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Library;

/// <summary>Finds methods.</summary>
internal static class Members
{
    /// <summary>A method, bound to its target.</summary>
    /// <exception cref="StarlarkException">There is none.</exception>
    public static StarlarkValue Find(StarlarkValue target, string name) =>
        TryFind(target, name) ?? throw new StarlarkException($"Object of type `{target.TypeName}` has no attribute `{name}`");

    /// <summary>A method, bound to its target; null when there is none.</summary>
    public static StarlarkNative? TryFind(StarlarkValue target, string name) => target switch
    {
        StarlarkText text => TextMethods.Find(text.Value, name),
        StarlarkList list => ListMethods.Find(list, name),
        StarlarkDictionary dictionary => DictionaryMethods.Find(dictionary, name),
        _ => null,
    };
}
