namespace Codex.Formats.Starlark.Values;

/// <summary>A dictionary; it keeps the order in which keys were put in.</summary>
public sealed class StarlarkDictionary : StarlarkValue
{
    private readonly OrderedDictionary<StarlarkValue, StarlarkValue> _entries = [];

    /// <inheritdoc/>
    public override string TypeName => "dict";

    /// <inheritdoc/>
    public override bool IsTrue => _entries.Count > 0;

    /// <inheritdoc/>
    public override string Representation =>
        $"{{{string.Join(", ", _entries.Select(static entry => $"{entry.Key.Representation}: {entry.Value.Representation}"))}}}";

    internal OrderedDictionary<StarlarkValue, StarlarkValue> Entries => _entries;

    internal override IReadOnlyList<StarlarkValue> Elements => [.. _entries.Keys];

    internal override bool IsHashable => false;

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is StarlarkDictionary other && other._entries.Count == _entries.Count
        && _entries.All(entry => other._entries.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Count;

    /// <summary>Puts an entry in, or replaces the one with its key.</summary>
    /// <exception cref="StarlarkException">The key cannot be one.</exception>
    internal void Set(StarlarkValue key, StarlarkValue value)
    {
        CheckKey(key);
        _entries[key] = value;
    }

    /// <summary>Refuses keys that can change.</summary>
    /// <exception cref="StarlarkException">The key cannot be one.</exception>
    internal static void CheckKey(StarlarkValue key)
    {
        if (!key.IsHashable)
            throw new StarlarkException($"Value of type `{key.TypeName}` is not hashable");
    }
}
