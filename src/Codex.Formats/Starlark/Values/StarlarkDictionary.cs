namespace Codex.Formats.Starlark.Values;

/// <summary>A dictionary; it keeps the order in which keys were put in.</summary>
public sealed class StarlarkDictionary : StarlarkValue
{
    private readonly OrderedDictionary<StarlarkValue, StarlarkValue> entries = [];

    /// <inheritdoc/>
    public override string TypeName => "dict";

    /// <inheritdoc/>
    public override bool IsTrue => entries.Count > 0;

    /// <inheritdoc/>
    public override string Representation =>
        $"{{{string.Join(", ", entries.Select(static entry => $"{entry.Key.Representation}: {entry.Value.Representation}"))}}}";

    internal OrderedDictionary<StarlarkValue, StarlarkValue> Entries => entries;

    internal override IReadOnlyList<StarlarkValue> Elements => [.. entries.Keys];

    internal override bool IsHashable => false;

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is StarlarkDictionary other && other.entries.Count == entries.Count
        && entries.All(entry => other.entries.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Count;

    /// <summary>Puts an entry in, or replaces the one with its key.</summary>
    /// <exception cref="StarlarkException">The key cannot be one.</exception>
    internal void Set(StarlarkValue key, StarlarkValue value)
    {
        CheckKey(key);
        entries[key] = value;
    }

    /// <summary>Refuses keys that can change.</summary>
    /// <exception cref="StarlarkException">The key cannot be one.</exception>
    internal static void CheckKey(StarlarkValue key)
    {
        if (!key.IsHashable)
            throw new StarlarkException($"Value of type `{key.TypeName}` is not hashable");
    }
}
