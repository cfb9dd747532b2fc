namespace Codex.Formats.Toml;

/// <summary>An array; also an array of tables.</summary>
public sealed class TomlArray : TomlValue
{
    private readonly List<TomlValue> _items;

    /// <summary>An array of the given values.</summary>
    public TomlArray(params IEnumerable<TomlValue> items) => _items = [.. items];

    /// <summary>The values in order.</summary>
    public IReadOnlyList<TomlValue> Items => _items;

    /// <summary>Whether it was written with <c>[[name]]</c> headers.</summary>
    public bool IsArrayOfTables { get; internal init; }

    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <summary>Adds a value at the end.</summary>
    public void Add(TomlValue value) => _items.Add(value);

    /// <summary>Replaces a value.</summary>
    public void ReplaceAt(int index, TomlValue value) => _items[index] = value;

    /// <inheritdoc/>
    public override TomlValue Copy() =>
        new TomlArray(_items.ConvertAll(static item => item.Copy())) { IsArrayOfTables = IsArrayOfTables, Span = Span };
}
