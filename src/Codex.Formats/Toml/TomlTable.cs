using System.Diagnostics.CodeAnalysis;

namespace Codex.Formats.Toml;

/// <summary>A table: keys in the order in which they were first written. Looking a key up is constant time in large tables.</summary>
public sealed class TomlTable : TomlValue
{
    private const int IndexedFrom = 12;

    private readonly List<TomlTableEntry> _entries = [];
    private Dictionary<string, int>? _index;

    /// <inheritdoc/>
    public override string TypeName => "table";

    /// <summary>Number of keys.</summary>
    public int Count => _entries.Count;

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<TomlTableEntry> Entries => _entries;

    /// <summary>How the table came about; decides what may still be added while parsing.</summary>
    internal TomlTableOrigin Origin { get; set; } = TomlTableOrigin.Explicit;

    /// <summary>The value of a key; setting replaces in place or appends.</summary>
    /// <exception cref="KeyNotFoundException">When read and absent.</exception>
    public TomlValue this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);
        set => Set(key, value);
    }

    /// <summary>Looks a key up.</summary>
    public bool TryGetValue(string key, [NotNullWhen(true)] out TomlValue? value)
    {
        value = FindEntry(key)?.Value;
        return value is not null;
    }

    /// <summary>The entry of a key, or null.</summary>
    public TomlTableEntry? FindEntry(string key)
    {
        var index = IndexOf(key);
        return index < 0 ? null : _entries[index];
    }

    /// <summary>The place of a key in the order, or -1.</summary>
    public int IndexOf(string key)
    {
        if (_index is not null)
            return _index.TryGetValue(key, out var found) ? found : -1;
        for (var i = 0; i < _entries.Count; i++)
        {
            if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>Removes a key; false when it was absent.</summary>
    public bool Remove(string key)
    {
        var index = IndexOf(key);
        if (index < 0)
            return false;
        _entries.RemoveAt(index);
        _index = null;
        RebuildIndexWhenLarge();
        return true;
    }

    /// <inheritdoc/>
    public override TomlValue Copy()
    {
        var copy = new TomlTable { Span = Span, Origin = Origin };
        foreach (var entry in _entries)
            copy.Append(entry.Key, entry.Value.Copy(), entry.KeySpan);
        return copy;
    }

    internal void Append(string key, TomlValue value, TomlSpan? keySpan)
    {
        _entries.Add(new TomlTableEntry(key, value, keySpan));
        if (_index is null)
            RebuildIndexWhenLarge();
        else
            _index.Add(key, _entries.Count - 1);
    }

    private void Set(string key, TomlValue value)
    {
        if (FindEntry(key) is { } entry)
            entry.Value = value;
        else
            Append(key, value, keySpan: null);
    }

    private void RebuildIndexWhenLarge()
    {
        if (_entries.Count < IndexedFrom)
            return;
        _index = new Dictionary<string, int>(_entries.Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < _entries.Count; i++)
            _index.Add(_entries[i].Key, i);
    }
}
